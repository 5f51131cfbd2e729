package org.townloop.loop.checkout;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Ids;
import org.townloop.base.kernel.Outcome;
import org.townloop.loop.ledger.StoredValueBook;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.ordering.PassPrices;
import org.townloop.loop.stored.ReservationState;
import org.townloop.loop.stored.Reservations;
import org.townloop.supply.offer.Offers;

/** Orders of which cards pay the whole: no gateway is asked, and they are paid in the transaction that uses the cards. */
@Component
class PaidByCards {

    private final Offers offers;
    private final StillFree stillFree;
    private final PassPrices prices;
    private final Reservations reservations;
    private final StoredValueBook book;
    private final PaidOrders paidOrders;
    private final Clock clock;

    PaidByCards(
            Offers offers,
            StillFree stillFree,
            PassPrices prices,
            Reservations reservations,
            StoredValueBook book,
            PaidOrders paidOrders,
            Clock clock) {
        this.offers = offers;
        this.stillFree = stillFree;
        this.prices = prices;
        this.reservations = reservations;
        this.book = book;
        this.paidOrders = paidOrders;
        this.clock = clock;
    }

    /**
     * In the caller's transaction, on orders and cards that it has locked.
     *
     * @param due held, and in time
     * @return the payment
     */
    Outcome<UUID> pay(List<Order> due, CardPlan plan) {
        var now = clock.instant();
        var sold = Sold.in(due, offers);
        stillFree.lockCalendars(due, due.size() == 1 ? Set.of() : ids(due), now);
        if (stillFree.confirm(due, sold, now).size() < due.size()) {
            return Outcome.refused(CheckoutReason.HOLD_EXPIRED);
        }
        var payment = Ids.next(due.getFirst().id().region(), now);
        var used = plan.reservations(payment, due, ReservationState.USED, now);
        reservations.insert(used);
        book.used(used.stream().map(CardsAtCapture::move).toList());
        paidOrders.write(priced(due, plan), sold, now);
        return Outcome.done(payment);
    }

    /** What is paid with uses of a pass costs what these were bought for. */
    private List<Order> priced(List<Order> due, CardPlan plan) {
        Map<OrderId, CardPlan.Part> byUses = plan.parts().stream()
                .filter(part -> part.uses() != null)
                .collect(Collectors.toMap(CardPlan.Part::order, part -> part));
        return due.stream()
                .map(order -> byUses.containsKey(order.id())
                        ? prices.sellFor(
                                order,
                                Objects.requireNonNull(byUses.get(order.id())).amount())
                        : order)
                .toList();
    }

    private static Set<OrderId> ids(List<Order> orders) {
        return orders.stream().map(Order::id).collect(Collectors.toSet());
    }
}
