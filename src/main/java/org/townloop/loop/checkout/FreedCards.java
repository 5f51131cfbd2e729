package org.townloop.loop.checkout;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.EventConsumer;
import org.townloop.base.kernel.RecordedEvent;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.stored.Reservations;

/**
 * Follows the log for orders that are over without having been paid: cards have again what was set aside for them. It keeps
 * nothing from anybody once the hold has run out, so that this tidies, and no more.
 */
@Component
class FreedCards implements EventConsumer {

    private final Reservations reservations;

    FreedCards(Reservations reservations) {
        this.reservations = reservations;
    }

    @Override
    public String name() {
        return "freed-cards";
    }

    @Override
    public Set<String> types() {
        return Set.of(OrderExpired.class.getSimpleName(), OrderCancelled.class.getSimpleName());
    }

    @Override
    public void accept(List<RecordedEvent> events) {
        reservations.free(
                events.stream().map(event -> new OrderId(event.subject())).collect(Collectors.toSet()), Set.of());
    }
}
