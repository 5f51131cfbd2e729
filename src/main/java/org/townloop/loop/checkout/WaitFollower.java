package org.townloop.loop.checkout;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.EventConsumer;
import org.townloop.base.kernel.RecordedEvent;
import org.townloop.loop.ordering.WaitState;
import org.townloop.loop.ordering.Waits;

/** Follows the log for those who wait: where something has changed, and what became of what was held for them. */
@Component
class WaitFollower implements EventConsumer {

    private final Waits waits;
    private final Clock clock;

    WaitFollower(Waits waits, Clock clock) {
        this.waits = waits;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "waits";
    }

    @Override
    public Set<String> types() {
        return Set.of("SlotsChanged", "OfferChanged", "PlaceChanged", "OrderPaid", "OrderExpired", "OrderCancelled");
    }

    @Override
    public void accept(List<RecordedEvent> events) {
        waits.become(WaitState.TAKEN, subjects(events, Set.of("OrderPaid")));
        waits.become(WaitState.MISSED, subjects(events, Set.of("OrderExpired", "OrderCancelled")));
        var places = subjects(events, Set.of("SlotsChanged", "PlaceChanged"));
        events.stream()
                .filter(event -> event.type().equals("OfferChanged"))
                .forEach(event -> places.add(event.id("place")));
        waits.look(places, clock.instant());
    }

    private static Set<UUID> subjects(List<RecordedEvent> events, Set<String> types) {
        return events.stream()
                .filter(event -> types.contains(event.type()))
                .map(RecordedEvent::subject)
                .collect(Collectors.toSet());
    }
}
