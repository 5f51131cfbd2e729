package org.townloop;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.townloop.launch.Commands;

@SpringBootApplication(proxyBeanMethods = false)
public class Townloop {

    public static void main(String[] arguments) {
        System.exit(Commands.run(Townloop.class, arguments));
    }
}
