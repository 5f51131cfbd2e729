package org.townloop.launch.watch;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.ToDoubleFunction;
import org.springframework.stereotype.Component;
import org.townloop.supply.booking.TravelCounts;

/** How travel times are come by. */
@Component
class TravelMeters implements MeterBinder {

    private final TravelCounts counts;

    TravelMeters(TravelCounts counts) {
        this.counts = counts;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        count(registry, "tables", "tables of travel times that the server of routes gave", TravelCounts::tables);
        count(registry, "failures", "tables that it did not give, or not in time", TravelCounts::failures);
        count(
                registry,
                "by.distance",
                "ways reckoned by distance although there is a server",
                TravelCounts::byDistance);
    }

    private void count(MeterRegistry registry, String name, String what, ToDoubleFunction<TravelCounts> figure) {
        FunctionCounter.builder("townloop.travel." + name, counts, figure)
                .description(what)
                .register(registry);
    }
}
