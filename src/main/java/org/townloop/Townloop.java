package org.townloop;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class Townloop {
    public static void main(String[] args) {
        SpringApplication.run(Townloop.class, args);
    }
}
