package org.townloop.launch.watch;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.ToDoubleFunction;
import org.springframework.stereotype.Component;
import org.townloop.launch.watch.Figures.Snapshot;

/** The town's own figures beside those of the JVM, the pool and HTTP; asked of the database when they are read. */
@Component
class Gauges implements MeterBinder {

    private final Figures figures;

    Gauges(Figures figures) {
        this.figures = figures;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge(
                registry,
                "event.lag.seconds",
                "how long the oldest undigested event has waited",
                snapshot -> snapshot.longestLag().toSeconds());
        gauge(registry, "events.set.aside", "events that a consumer could not digest", Snapshot::setAside);
        gauge(registry, "jobs.overdue", "jobs that nobody began although they were due", Snapshot::jobsOverdue);
        gauge(registry, "orders.held", "orders that wait for their payment", Snapshot::ordersHeld);
        gauge(registry, "payments.open", "payments whose end is not known yet", Snapshot::paymentsOpen);
        gauge(registry, "webhooks.quarantined", "messages of gateways to look at", Snapshot::webhooksQuarantined);
        gauge(registry, "deliveries.queued", "messages to people that have not left", Snapshot::deliveriesQueued);
        gauge(
                registry,
                "delivery.waiting.seconds",
                "how long the oldest due message has waited",
                snapshot -> snapshot.deliveryWaiting().toSeconds());
        gauge(registry, "counters.unsynced", "devices at counters unseen for a day", Snapshot::countersUnsynced);
    }

    private void gauge(MeterRegistry registry, String name, String what, ToDoubleFunction<Snapshot> figure) {
        Gauge.builder("townloop." + name, figures, source -> figure.applyAsDouble(source.now()))
                .description(what)
                .register(registry);
    }
}
