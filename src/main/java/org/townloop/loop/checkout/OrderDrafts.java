package org.townloop.loop.checkout;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Ids;
import org.townloop.base.kernel.Money;
import org.townloop.loop.ordering.Line;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.ordering.OrderState;
import org.townloop.loop.ordering.Pays;
import org.townloop.loop.ordering.Terms;
import org.townloop.supply.booking.DayWindows;
import org.townloop.supply.booking.Wish;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Ride;
import tools.jackson.databind.JsonNode;

/** Makes an order of a wish, before anything is taken for it. */
@Component
class OrderDrafts {

    private final SaleTerms saleTerms;
    private final DayWindows windows;

    OrderDrafts(SaleTerms saleTerms, DayWindows windows) {
        this.saleTerms = saleTerms;
        this.windows = windows;
    }

    /** Of many at these places: when their days are over is read for all of them. */
    <T> T at(Collection<PlaceId> places, Supplier<T> work) {
        return windows.at(places, work);
    }

    /** As it is held: at that price, under the terms of the offer's mode. */
    Order of(
            Buyer buyer,
            Offer offer,
            Wish asked,
            Money unit,
            Money extra,
            JsonNode answers,
            @Nullable UUID deal,
            Instant now) {
        var begins = asked.start();
        var during = offer.isOnline() ? null : windows.of(offer, asked);
        var start = during == null ? null : begins;
        var end = during == null ? null : during.end();
        var line = new Line(
                1,
                offer.id(),
                offer.version(),
                offer.title(),
                asked.quantity(),
                unit,
                extra,
                start,
                end,
                answers,
                asked.site(),
                deal);
        var deposit = buyer.pays() == Pays.ESCROW ? offer.deposit() : null; // at the shop all is paid there anyway
        var balance = deposit == null ? Money.zero(unit.currency()) : deposit.balance(line.total());
        var terms = deal == null
                ? saleTerms.of(buyer, offer, deposit)
                : saleTerms.of(offer, deposit); // of what there is little of nothing is kept unpaid
        return new Order(
                new OrderId(Ids.next(offer.region(), now)),
                buyer.person(),
                offer.merchant(),
                offer.place(),
                OrderState.HELD,
                buyer.pays(),
                line.total().minus(balance),
                balance,
                terms,
                keptUntil(buyer, offer, begins, now),
                start,
                settledAt(terms, start, end, now),
                now,
                null,
                null,
                null,
                null,
                List.of(line));
    }

    /** When it is settled without anybody's doing; null if never. */
    private static @Nullable Instant settledAt(
            Terms terms, @Nullable Instant start, @Nullable Instant end, Instant now) {
        var unopened = terms.cancellation().unopened();
        if (unopened != null) {
            return now.plus(unopened);
        }
        return terms.noShow() == null || start == null || end == null
                ? null
                : terms.noShow().settledAt(start, end);
    }

    /** Somebody has to set out for a ride that begins soon: it waits only for as long as is reckoned for paying. */
    private static Instant keptUntil(Buyer buyer, Offer offer, Instant start, Instant now) {
        var until = buyer.keptUntil(start, now);
        return offer.arrangement() instanceof Ride ride && until.isAfter(start.minus(Ride.SOON))
                ? now.plus(ride.notice())
                : until;
    }
}
