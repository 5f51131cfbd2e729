package org.townloop.loop.checkout;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.EventLog;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Outcome;
import org.townloop.loop.deal.DealSales;
import org.townloop.loop.ledger.Capture;
import org.townloop.loop.ledger.Ledger;
import org.townloop.loop.ordering.Line;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.ordering.OrderState;
import org.townloop.loop.ordering.Orders;
import org.townloop.loop.payment.Intent;
import org.townloop.loop.payment.Refund;
import org.townloop.loop.payment.Refunds;
import org.townloop.supply.booking.Bookings;
import org.townloop.supply.booking.HoldRequest;
import org.townloop.supply.booking.Wish;
import org.townloop.supply.offer.Offers;

/**
 * The money of some payments is here: each order's share is booked, and then either what was bought is given, or that share
 * is given back. Each order is judged by itself; what all of them come to is written by one statement a table.
 */
@Component
class CapturedOrders {

    /** What a payment brought for an order. */
    private record Part(Intent intent, Order order, Money amount) {

        /** A cause moves its money once: that of several orders names the order too. */
        String cause() {
            return isAlone()
                    ? intent.id().value().toString()
                    : intent.id().value() + " for " + order.id().value();
        }

        boolean isAlone() {
            return intent.shares().size() == 1;
        }
    }

    private final Orders orders;
    private final Offers offers;
    private final Bookings bookings;
    private final DealSales sales;
    private final Refunds refunds;
    private final Ledger ledger;
    private final PaidOrders paidOrders;
    private final EventLog events;
    private final Clock clock;

    CapturedOrders(
            Orders orders,
            Offers offers,
            Bookings bookings,
            DealSales sales,
            Refunds refunds,
            Ledger ledger,
            PaidOrders paidOrders,
            EventLog events,
            Clock clock) {
        this.orders = orders;
        this.offers = offers;
        this.bookings = bookings;
        this.sales = sales;
        this.refunds = refunds;
        this.ledger = ledger;
        this.paidOrders = paidOrders;
        this.events = events;
        this.clock = clock;
    }

    /** In the caller's transaction. Of several payments of one order, one pays it; what the others brought goes back. */
    void settle(List<Intent> intents) {
        var now = clock.instant();
        var parts = parts(intents);
        ledger.capture(parts.stream()
                .map(part -> new Capture(part.order().id().value(), part.amount(), "capture " + part.cause()))
                .toList());
        var payable = new LinkedHashMap<OrderId, Part>();
        parts.stream()
                .filter(part -> part.order().state().awaitsPayment())
                .forEach(part -> payable.putIfAbsent(part.order().id(), part));
        var wanted = payable.values().stream().map(Part::order).toList();
        var sold = Sold.in(wanted, offers);
        lockCalendars(payable.values(), now);
        var free = stillFree(wanted, sold, now);
        paidOrders.write(
                wanted.stream().filter(order -> free.contains(order.id())).toList(), sold, now);
        parts.stream()
                .filter(part -> !free.contains(part.order().id())
                        || payable.get(part.order().id()) != part)
                .forEach(part -> giveBack(part, free.contains(part.order().id()), now));
    }

    /** The orders are locked, all in one order. */
    private List<Part> parts(List<Intent> intents) {
        var shared = intents.stream()
                .flatMap(intent -> intent.shares().stream())
                .map(share -> new OrderId(share.order()))
                .collect(Collectors.toSet());
        var locked = orders.lock(shared).stream().collect(Collectors.toMap(Order::id, Function.identity()));
        return intents.stream()
                .flatMap(intent -> intent.shares().stream()
                        .map(share -> new Part(
                                intent,
                                Objects.requireNonNull(locked.get(new OrderId(share.order()))),
                                share.amount())))
                .toList();
    }

    /**
     * Whoever is confirmed locks nothing but what it has, all in one order. Who comes too late has to take it anew, and of what
     * was paid together some may: there the calendars come first, as with a hold.
     */
    private void lockCalendars(Collection<Part> payable, Instant now) {
        var taken = payable.stream()
                .filter(part -> !part.isAlone() || !isInTime(part.order(), now))
                .map(part -> part.order().place())
                .distinct()
                .toList();
        if (!taken.isEmpty()) {
            sales.lock(payable.stream()
                    .filter(part -> !part.isAlone() || !isInTime(part.order(), now))
                    .flatMap(part -> part.order().lines().stream())
                    .flatMap(line -> Stream.ofNullable(line.deal()))
                    .collect(Collectors.toSet()));
            bookings.lockCalendars(taken);
        }
    }

    private static boolean isInTime(Order order, Instant now) {
        return order.holdExpiresAt().isAfter(now);
    }

    /**
     * A payment may come after its hold ran out: it is honoured as long as the time is free, and what was sold still takes
     * place then. Whoever called it off meanwhile did not reckon with it any more. What was agreed in writing is paid in
     * time: after that it is open again, and may have been accepted another time.
     */
    private Set<OrderId> stillFree(List<Order> wanted, Sold sold, Instant now) {
        var inTime = wanted.stream()
                .filter(order -> isInTime(order, now))
                .map(order -> order.id().value())
                .toList();
        var booked = bookings.confirm(inTime);
        var free = new HashSet<OrderId>();
        for (var order : wanted) {
            if (booked.contains(order.id().value())
                    || (isAgreed(order, sold)
                            ? isInTime(order, now) && takesNobody(order)
                            : isLeftOfDeals(order) && bookings.reclaim(requests(order, sold)))) {
                free.add(order.id());
            }
        }
        return free;
    }

    /** What is kept of a deal for somebody who was called is not for who comes late. */
    private boolean isLeftOfDeals(Order order) {
        return order.lines().stream()
                .allMatch(line -> line.deal() == null || sales.isLeftFor(line.deal(), line.quantity()));
    }

    /** Only the first of what was agreed keeps people: if they are gone, it cannot be had any more. */
    private static boolean takesNobody(Order order) {
        return order.first().startsAt() == null;
    }

    private static boolean isAgreed(Order order, Sold sold) {
        return sold.offer(order.first()).byQuote() != null;
    }

    /** The order was paid already, given up, or its time is gone: all that this payment brought for it goes back. */
    private void giveBack(Part part, boolean isPaidNow, Instant now) {
        var order = part.order();
        ledger.refund(order.id().value(), part.amount(), "refund of " + part.cause());
        var isPaid = isPaidNow || order.state() == OrderState.PAID;
        var why = isPaid ? "paid twice" : "the time was no longer free";
        if (refunds.request(part.intent().id(), order.id().value(), part.amount(), why)
                instanceof Outcome.Refused<Refund>(var refusal)) {
            throw new IllegalStateException("a payment that was just captured cannot go back: " + refusal);
        }
        if (!isPaid && order.state() == OrderState.HELD && orders.become(OrderState.EXPIRED, order.id(), now)) {
            bookings.release(List.of(order.id().value()));
            events.append(OrderExpired.of(order));
        }
    }

    private List<HoldRequest> requests(Order order, Sold sold) {
        return order.lines().stream()
                .filter(line -> line.startsAt() != null || order.isByOpening())
                .map(line -> request(order, line, sold))
                .toList();
    }

    private HoldRequest request(Order order, Line line, Sold sold) {
        return new HoldRequest(
                order.id().value(),
                line.line(),
                sold.offer(line),
                new Wish(startOf(order, line), line.endsAt(), line.quantity(), line.site()),
                order.holdExpiresAt(),
                order.resident().value(),
                line.deal() == null
                        ? null
                        : sales.ration(line.deal(), order.resident().value()));
    }

    /** What is opened online is of no time: its codes are taken now. */
    private Instant startOf(Order order, Line line) {
        var start = line.startsAt() == null && order.isByOpening() ? clock.instant() : line.startsAt();
        if (start == null) {
            throw new IllegalStateException("the line has no time");
        }
        return start;
    }
}
