package org.townloop.loop.deal;

import java.util.UUID;
import org.townloop.base.kernel.Event;

/**
 * A deal was announced, opened, closed or taken back: its offer is sold at another price from now on, or will be.
 *
 * @param subject the offer
 * @param state of the deal
 */
public record DealChanged(UUID subject, UUID place, UUID deal, DealState state) implements Event {

    static DealChanged of(Deal deal, DealState state) {
        return new DealChanged(
                deal.offer().value(), deal.place().value(), deal.id().value(), state);
    }
}
