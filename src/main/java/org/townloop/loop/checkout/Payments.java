package org.townloop.loop.checkout;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.EventLog;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Outcome;
import org.townloop.loop.ledger.Ledger;
import org.townloop.loop.ledger.OrderMoney;
import org.townloop.loop.ordering.Line;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.ordering.OrderState;
import org.townloop.loop.ordering.Orders;
import org.townloop.loop.payment.CaptureListener;
import org.townloop.loop.payment.Intent;
import org.townloop.loop.payment.Refund;
import org.townloop.loop.payment.RefundState;
import org.townloop.loop.payment.Refunds;
import org.townloop.loop.payment.Share;
import org.townloop.loop.voucher.Vouchers;
import org.townloop.supply.booking.Bookings;
import org.townloop.supply.booking.HoldRequest;
import org.townloop.supply.booking.Wish;
import org.townloop.supply.offer.Offers;

/**
 * The capture transaction: what comes of an order when the gateway says that money has moved. It runs inside the
 * transaction that records the gateway's word, and is told once of each movement.
 */
@Component
class Payments implements CaptureListener {

    private final Orders orders;
    private final Offers offers;
    private final Issuance issuance;
    private final Bookings bookings;
    private final Refunds refunds;
    private final Ledger ledger;
    private final Vouchers vouchers;
    private final EventLog events;
    private final Clock clock;

    Payments(
            Orders orders,
            Offers offers,
            Issuance issuance,
            Bookings bookings,
            Refunds refunds,
            Ledger ledger,
            Vouchers vouchers,
            EventLog events,
            Clock clock) {
        this.orders = orders;
        this.offers = offers;
        this.issuance = issuance;
        this.bookings = bookings;
        this.refunds = refunds;
        this.ledger = ledger;
        this.vouchers = vouchers;
        this.events = events;
        this.clock = clock;
    }

    /**
     * The money is here: book each order's share, then give what was bought, or give that share back. Each order is judged
     * on its own.
     */
    @Override
    public void captured(Intent intent) {
        var now = clock.instant();
        var shares = intent.shares().stream().collect(Collectors.toMap(Share::order, Share::amount));
        var paid = orders.lock(shares.keySet().stream().map(OrderId::new).toList());
        if (paid.size() > 1) {
            bookings.lockCalendars(paid.stream().map(Order::place).distinct().toList());
        }
        for (var order : paid) {
            captured(order, intent, Objects.requireNonNull(shares.get(order.id().value())), now);
        }
    }

    private void captured(Order order, Intent intent, Money share, Instant now) {
        ledger.capture(order.id().value(), share, "capture " + cause(intent, order));
        if (order.state().canBecome(OrderState.PAID) && stillFree(order, now)) {
            pay(order, now);
        } else {
            giveBack(order, intent, share, now);
        }
    }

    /** A cause moves its money once: that of several orders names the order too. */
    private static String cause(Intent intent, Order order) {
        return intent.shares().size() == 1
                ? intent.id().value().toString()
                : intent.id().value() + " for " + order.id().value();
    }

    /** The order stays as it is: the resident may pay another way until the hold runs out. */
    @Override
    public void declined(Intent intent) {}

    @Override
    public void refunded(Refund refund) {
        var order = orders.lock(new OrderId(refund.order()));
        ledger.refundPaid(
                refund.order(), refund.amount(), "refund " + refund.id().value());
        if (order.state().canBecome(OrderState.REFUNDED) && isAllBack(refund)) {
            orders.become(OrderState.REFUNDED, order.id(), clock.instant());
        }
        events.append(new OrderRefunded(
                order.id().value(),
                order.place().value(),
                refund.amount().minor(),
                refund.amount().currency().getCurrencyCode()));
    }

    /** All that was promised is paid back, in however many parts and attempts: a part that failed is still owed. */
    private boolean isAllBack(Refund refund) {
        var promised = ledger.of(refund.order())
                .map(OrderMoney::refunded)
                .orElseThrow(() -> new IllegalStateException("money goes back that never came: " + refund.order()));
        var back = refunds.of(refund.order()).stream()
                .filter(other -> other.id().equals(refund.id()) || other.state() == RefundState.SUCCEEDED)
                .mapToLong(other -> other.amount().minor())
                .sum();
        return back >= promised.minor();
    }

    /** It is still owed: the refund stands at the office as failed, and the books keep it as payable. */
    @Override
    public void refundFailed(Refund refund) {}

    /** An order that costs nothing is paid as soon as it is held. */
    void fulfilWithoutPayment(Order order) {
        bookings.confirm(order.id().value());
        pay(order, clock.instant());
    }

    /**
     * A payment may come after its hold ran out: it is honoured as long as the time is free, and what was sold still takes
     * place then. Whoever called it off meanwhile did not reckon with it any more. What was agreed in writing is paid in
     * time: after that it is open again, and may have been accepted another time.
     */
    private boolean stillFree(Order order, Instant now) {
        var isInTime = order.holdExpiresAt().isAfter(now);
        var isBooked = isInTime && bookings.confirm(order.id().value());
        return isBooked || (isAgreed(order) ? isInTime && takesNobody(order) : bookings.reclaim(requests(order)));
    }

    /** Only the first of what was agreed keeps people: if they are gone, it cannot be had any more. */
    private static boolean takesNobody(Order order) {
        return order.first().startsAt() == null;
    }

    private boolean isAgreed(Order order) {
        var line = order.first();
        return offers.get(line.offer(), line.offerVersion()).byQuote() != null;
    }

    private void pay(Order order, Instant now) {
        if (!orders.become(OrderState.PAID, order.id(), now)) {
            throw new IllegalStateException("a locked order changed its state: " + order.id());
        }
        vouchers.issue(issuance.of(order, now), now);
        events.append(new OrderPaid(
                order.id().value(),
                order.place().value(),
                order.first().offer().value(),
                order.total().minor(),
                order.total().currency().getCurrencyCode()));
    }

    /** The order was paid already, given up, or its time is gone: all that this payment brought for it goes back. */
    private void giveBack(Order order, Intent intent, Money share, Instant now) {
        ledger.refund(order.id().value(), share, "refund of " + cause(intent, order));
        var why = order.state() == OrderState.PAID ? "paid twice" : "the time was no longer free";
        if (refunds.request(intent.id(), order.id().value(), share, why)
                instanceof Outcome.Refused<Refund>(var refusal)) {
            throw new IllegalStateException("a payment that was just captured cannot go back: " + refusal);
        }
        if (order.state() == OrderState.HELD && orders.become(OrderState.EXPIRED, order.id(), now)) {
            bookings.release(List.of(order.id().value()));
            events.append(OrderExpired.of(order));
        }
    }

    private List<HoldRequest> requests(Order order) {
        return order.lines().stream()
                .filter(line -> line.startsAt() != null || order.isByOpening())
                .map(line -> request(order, line))
                .toList();
    }

    private HoldRequest request(Order order, Line line) {
        return new HoldRequest(
                order.id().value(),
                line.line(),
                offers.get(line.offer(), line.offerVersion()),
                new Wish(startOf(order, line), line.endsAt(), line.quantity(), line.site()),
                order.holdExpiresAt(),
                order.resident().value());
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
