package org.townloop.growth;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import org.townloop.TestClock;
import org.townloop.TestTown;
import org.townloop.launch.postgres.Database;

/** A town with a database of its own, all of whose statements can be watched. */
final class GrownTown implements ApplicationContextInitializer<GenericApplicationContext> {

    @Override
    public void initialize(GenericApplicationContext context) {
        var watch = new Watch();
        TestPropertyValues.of(
                        "townloop.data=" + folder(),
                        "townloop.mode=demo",
                        "townloop.region=test-shanghai",
                        "spring.datasource.hikari.maximum-pool-size=12",
                        "spring.datasource.hikari.minimum-idle=1")
                .applyTo(context);
        context.registerBean(Database.class, TestTown::fresh);
        context.registerBean(Watch.class, () -> watch);
        context.registerBean("testClock", TestClock.class, TestClock::new, definition -> definition.setPrimary(true));
        context.getBeanFactory().addBeanPostProcessor(new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource source ? new WatchedSource(source, watch) : bean;
            }
        });
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target", "growth")), "town");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
