package org.townloop.loop.checkout;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.townloop.loop.deal.Deal;
import org.townloop.loop.deal.DealSales;
import org.townloop.loop.ordering.Order;
import org.townloop.supply.booking.HoldRequest;
import org.townloop.supply.booking.Ration;
import org.townloop.supply.booking.Wish;
import org.townloop.supply.offer.Offer;

/**
 * An order that is to be held: nothing of it is written or taken yet.
 *
 * @param offer at the price at which it is sold now
 * @param deal at whose price; null if at its own
 */
record Draft(Order order, Offer offer, Wish asked, @Nullable Deal deal) {

    /** The same, held until another moment. */
    Draft heldUntil(Instant until) {
        return new Draft(order.heldUntil(until), offer, asked, deal);
    }

    /** What it wants of a deal; nothing if it is sold as ever. */
    Optional<DealSales.Wanting> wanting() {
        return Optional.ofNullable(deal)
                .map(open -> new DealSales.Wanting(
                        order.id().value(), open, order.resident().value(), asked.quantity()));
    }

    HoldRequest request() {
        return new HoldRequest(
                order.id().value(),
                1,
                offer,
                asked,
                order.holdExpiresAt(),
                order.resident().value(),
                ration(deal, order.resident().value()));
    }

    static @Nullable Ration ration(@Nullable Deal deal, UUID person) {
        return deal == null ? null : new Ration(deal.id().value(), person, deal.stock(), deal.each());
    }
}
