package org.townloop.launch.watch;

import java.time.Duration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Whether the town works, beyond that its process runs and its database answers. */
@Configuration(proxyBeanMethods = false)
class HealthConfiguration {

    /** Longer than any batch takes. */
    private static final Duration BEHIND = Duration.ofMinutes(2);

    @Bean
    HealthIndicator eventsHealthIndicator(Figures figures) {
        return () -> {
            var now = figures.now();
            return status(now.longestLag().compareTo(BEHIND) < 0)
                    .withDetail("lagSeconds", now.longestLag().toSeconds())
                    .withDetail("setAside", now.setAside())
                    .build();
        };
    }

    @Bean
    HealthIndicator jobsHealthIndicator(Figures figures) {
        return () -> {
            var overdue = figures.now().jobsOverdue();
            return status(overdue == 0).withDetail("overdue", overdue).build();
        };
    }

    private static Health.Builder status(boolean works) {
        return works ? Health.up() : Health.down();
    }
}
