package org.townloop.bench.plain;

import com.zaxxer.hikari.HikariDataSource;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.townloop.launch.postgres.EmbeddedPostgres;

/**
 * What anybody has who starts a Boot application of the same parts: web, security, a pool, the same PostgreSQL of its own,
 * health and metrics, and one page that reads a row.
 */
@SpringBootApplication(proxyBeanMethods = false)
public class PlainApplication {

    public static void main(String[] arguments) throws Exception {
        var application = new SpringApplication(PlainApplication.class);
        application.setDefaultProperties(Map.of("spring.config.name", "plain")); // the other file is the town's
        var context = application.run(arguments);
        if (Arrays.asList(arguments).contains("--rehearse")) {
            var page =
                    URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port") + "/");
            try (var client = HttpClient.newHttpClient()) {
                for (int i = 0; i < 36; i++) {
                    client.send(HttpRequest.newBuilder(page).build(), BodyHandlers.discarding());
                }
            }
            context.close();
            System.exit(0);
        }
    }

    @Bean(destroyMethod = "close")
    EmbeddedPostgres postgres() {
        return EmbeddedPostgres.start(Path.of(System.getenv("PLAIN_DATA")));
    }

    @Bean
    DataSource dataSource(EmbeddedPostgres postgres) {
        var database = postgres.database();
        var pool = new HikariDataSource();
        pool.setJdbcUrl(database.url());
        pool.setUsername(database.owner().user());
        pool.setPassword(database.owner().password());
        pool.setMaximumPoolSize(20);
        pool.setMinimumIdle(4);
        return pool;
    }

    @Bean
    SecurityFilterChain open(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    @RestController
    static class Page {

        private final JdbcClient jdbc;

        Page(JdbcClient jdbc) {
            this.jdbc = jdbc;
        }

        @GetMapping(path = "/", produces = "text/html")
        String page() {
            return "<!doctype html><title>Plain</title><p>"
                    + jdbc.sql("select version()").query(String.class).single();
        }
    }
}
