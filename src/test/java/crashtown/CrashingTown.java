package crashtown;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import org.townloop.Townloop;
import org.townloop.launch.postgres.Database;

/**
 * The program in a process of its own, on a database that another process keeps, which dies where it is told to. With
 * {@code careless=true} its transactions are none: each statement stands alone.
 */
public final class CrashingTown {

    private CrashingTown() {}

    public static void main(String[] arguments) {
        var application = new SpringApplication(Townloop.class, CrashConfiguration.class);
        application.addInitializers((ApplicationContextInitializer<GenericApplicationContext>) CrashingTown::prepare);
        application.run();
    }

    private static void prepare(GenericApplicationContext context) {
        TestPropertyValues.of(Map.of(
                        "townloop.data", said("data"),
                        "townloop.mode", "demo",
                        "server.port", said("port"),
                        "spring.main.lazy-initialization", "false",
                        "spring.datasource.hikari.maximum-pool-size", "12",
                        "spring.datasource.hikari.minimum-idle", "1"))
                .applyTo(context);
        var database = new Database(
                said("url"),
                new Database.Login(said("owner.user"), said("owner.password")),
                new Database.Login(said("app.user"), said("app.password")));
        context.registerBean(Database.class, () -> database);
        var ahead = Duration.parse(said("ahead"));
        context.registerBean(
                "crashClock",
                Clock.class,
                () -> Clock.offset(Clock.systemUTC(), ahead),
                definition -> definition.setPrimary(true));
    }

    static String said(String name) {
        return System.getProperty("crash." + name);
    }
}
