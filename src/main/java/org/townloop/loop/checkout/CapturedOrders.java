package org.townloop.loop.checkout;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.EventLog;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Outcome;
import org.townloop.loop.coupon.CouponUses;
import org.townloop.loop.ledger.Capture;
import org.townloop.loop.ledger.Ledger;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.ordering.OrderState;
import org.townloop.loop.ordering.Orders;
import org.townloop.loop.payment.Intent;
import org.townloop.loop.payment.Refund;
import org.townloop.loop.payment.Refunds;
import org.townloop.supply.booking.Bookings;
import org.townloop.supply.offer.Offers;

/**
 * The money of some payments is here: each order's share is booked, and then either what was bought is given, or that share
 * is given back. Each order is judged by itself; what all of them come to is written by one statement a table.
 */
@Component
class CapturedOrders {

    /** What a payment brought for an order; nothing where cards pay all of that order. */
    private record Part(Intent intent, Order order, Money amount, boolean isAlone) {

        /** A cause moves its money once: that of several orders names the order too. */
        String cause() {
            return intent.shares().size() == 1
                    ? intent.id().value().toString()
                    : intent.id().value() + " for " + order.id().value();
        }
    }

    /**
     * What became of the orders of some payments.
     *
     * @param covered for which all that cards were to pay was there
     */
    private record Settled(Set<OrderId> paid, Set<OrderId> covered) {}

    private final Orders orders;
    private final Offers offers;
    private final Bookings bookings;
    private final StillFree stillFree;
    private final CardsAtCapture cards;
    private final CouponUses coupons;
    private final Refunds refunds;
    private final Ledger ledger;
    private final PaidOrders paidOrders;
    private final EventLog events;
    private final Clock clock;

    CapturedOrders(
            Orders orders,
            Offers offers,
            Bookings bookings,
            StillFree stillFree,
            CardsAtCapture cards,
            CouponUses coupons,
            Refunds refunds,
            Ledger ledger,
            PaidOrders paidOrders,
            EventLog events,
            Clock clock) {
        this.orders = orders;
        this.offers = offers;
        this.bookings = bookings;
        this.stillFree = stillFree;
        this.cards = cards;
        this.coupons = coupons;
        this.refunds = refunds;
        this.ledger = ledger;
        this.paidOrders = paidOrders;
        this.events = events;
        this.clock = clock;
    }

    /** In the caller's transaction. Of several payments of one order, one pays it; what the others brought goes back. */
    void settle(List<Intent> intents) {
        var now = clock.instant();
        var planned = cards.planned(
                intents.stream().map(intent -> intent.id().value()).toList());
        var parts = parts(intents, planned);
        ledger.capture(parts.stream()
                .filter(part -> part.amount().isPositive())
                .map(part -> new Capture(part.order().id().value(), part.amount(), "capture " + part.cause()))
                .toList());
        var payable = new LinkedHashMap<OrderId, Part>();
        parts.stream()
                .filter(part -> part.order().state().awaitsPayment() && isDue(part, planned))
                .forEach(part -> payable.putIfAbsent(part.order().id(), part));
        var settled = pay(payable, planned, now);
        var over = new HashSet<>(settled.paid());
        for (var part : parts) {
            var order = part.order().id();
            if (!settled.paid().contains(order) || payable.get(order) != part) {
                over.addAll(giveBack(part, settled, now));
            }
        }
        cards.free(over);
    }

    /** Pays those of which all that cards are to pay is there, and what was bought can still be had. */
    private Settled pay(Map<OrderId, Part> payable, CardsAtCapture.Planned planned, Instant now) {
        var payments = new LinkedHashMap<OrderId, UUID>();
        payable.forEach((order, part) -> payments.put(order, part.intent().id().value()));
        var covered = cards.take(payments, planned, now);
        var wanted = payable.values().stream()
                .map(Part::order)
                .filter(order -> covered.contains(order.id()))
                .toList();
        stillFree.lockCalendars(wanted, together(payable.values()), now);
        var kept = wanted.stream().filter(order -> hasItsCoupon(order, now)).toList();
        var sold = Sold.in(kept, offers);
        var free = stillFree.confirm(kept, sold, now);
        var paid = kept.stream().filter(order -> free.contains(order.id())).toList();
        cards.use(paid, payments, planned);
        paidOrders.write(paid, sold, now);
        return new Settled(free, covered);
    }

    /** What it costs may be another than when the payment was begun: a coupon was put on it since, or taken off. */
    private static boolean isDue(Part part, CardsAtCapture.Planned planned) {
        var byCards = planned.of(part.intent().id().value(), part.order().id()).stream()
                .mapToLong(reservation -> reservation.amount().minor())
                .sum();
        return part.amount().minor() + byCards == part.order().due().minor();
    }

    /** Who comes late may find that others have had all of them. */
    private boolean hasItsCoupon(Order order, Instant now) {
        return !order.hasCoupon()
                || StillFree.isInTime(order, now)
                || coupons.keep(order.id().value());
    }

    private static Set<OrderId> together(Collection<Part> parts) {
        return parts.stream()
                .filter(part -> !part.isAlone())
                .map(part -> part.order().id())
                .collect(Collectors.toSet());
    }

    /** The orders are locked, all in one order. What a payment pays by cards alone is a part too, of no amount. */
    private List<Part> parts(List<Intent> intents, CardsAtCapture.Planned planned) {
        var all = new LinkedHashMap<Intent, Map<OrderId, Money>>();
        for (var intent : intents) {
            var amounts = new LinkedHashMap<OrderId, Money>();
            intent.shares().forEach(share -> amounts.put(new OrderId(share.order()), share.amount()));
            planned.orders(intent.id().value())
                    .forEach(order -> amounts.putIfAbsent(
                            order, Money.zero(intent.amount().currency())));
            all.put(intent, amounts);
        }
        var locked = orders
                .lock(all.values().stream()
                        .flatMap(amounts -> amounts.keySet().stream())
                        .collect(Collectors.toSet()))
                .stream()
                .collect(Collectors.toMap(Order::id, Function.identity()));
        return all.entrySet().stream()
                .flatMap(each -> each.getValue().entrySet().stream()
                        .map(amount -> new Part(
                                each.getKey(),
                                Objects.requireNonNull(locked.get(amount.getKey())),
                                amount.getValue(),
                                each.getValue().size() == 1)))
                .toList();
    }

    /**
     * The order was paid already, given up, its time is gone, a card has too little left by now, or it costs another amount:
     * all that this payment brought for it goes back. As long as it is held it can still be paid another way.
     *
     * @return the order, if it is over
     */
    private List<OrderId> giveBack(Part part, Settled settled, Instant now) {
        var order = part.order();
        var isPaid = settled.paid().contains(order.id()) || order.state() == OrderState.PAID;
        var isShort = !isPaid
                && !settled.covered().contains(order.id())
                && order.state().awaitsPayment();
        if (part.amount().isPositive()) {
            promise(
                    part,
                    isPaid ? "paid twice" : isShort ? "it was not the whole price" : "the time was no longer free");
        }
        if (isPaid || (isShort && StillFree.isInTime(order, now))) {
            return List.of();
        }
        if (order.state() == OrderState.HELD && orders.become(OrderState.EXPIRED, order.id(), now)) {
            bookings.release(List.of(order.id().value()));
            events.append(OrderExpired.of(order));
        }
        if (order.hasCoupon()) {
            coupons.free(List.of(order.id().value()));
        }
        return List.of(order.id());
    }

    private void promise(Part part, String why) {
        var order = part.order().id().value();
        ledger.refund(order, part.amount(), "refund of " + part.cause());
        if (refunds.request(part.intent().id(), order, part.amount(), why)
                instanceof Outcome.Refused<Refund>(var refusal)) {
            throw new IllegalStateException("a payment that was just captured cannot go back: " + refusal);
        }
    }
}
