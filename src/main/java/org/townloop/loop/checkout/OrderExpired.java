package org.townloop.loop.checkout;

import java.util.UUID;
import org.townloop.base.kernel.Event;
import org.townloop.loop.ordering.Order;

/** A hold ran out unpaid. */
public record OrderExpired(UUID subject, UUID place, UUID offer) implements Event {

    static OrderExpired of(Order order) {
        return new OrderExpired(
                order.id().value(), order.place().value(), order.first().offer().value());
    }
}
