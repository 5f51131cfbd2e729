package org.townloop.loop.checkout;

import java.util.Optional;
import org.townloop.loop.ordering.OrderId;

/** Knows of orders that take nobody's time themselves and are had together with another that does. */
public interface HadTogether {

    /** The order with which it is had; nothing of others. */
    Optional<OrderId> with(OrderId order);
}
