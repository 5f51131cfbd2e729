package org.townloop.loop.stored;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Money;
import org.townloop.loop.ordering.OrderId;

/**
 * What of a card is set aside for an order.
 *
 * @param payment the intent that asks a gateway for the rest; of its own if cards pay the whole
 * @param amount above zero
 * @param uses of a pass, null otherwise
 * @param until when the hold of its order runs out: after that an OPEN one keeps nothing from anybody
 */
public record Reservation(
        UUID payment,
        OrderId order,
        CardId card,
        Money amount,
        @Nullable Integer uses,
        ReservationState state,
        Instant madeAt,
        Instant until) {

    /** Whether it keeps its amount from others at that moment. */
    public boolean isKept(Instant now) {
        return state == ReservationState.OPEN && until.isAfter(now);
    }
}
