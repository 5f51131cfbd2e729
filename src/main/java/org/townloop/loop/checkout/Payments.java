package org.townloop.loop.checkout;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.EventLog;
import org.townloop.loop.ledger.Ledger;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.ordering.OrderState;
import org.townloop.loop.ordering.Orders;
import org.townloop.loop.payment.CaptureListener;
import org.townloop.loop.payment.Intent;
import org.townloop.loop.payment.IntentId;
import org.townloop.loop.payment.Refund;
import org.townloop.loop.payment.RefundState;
import org.townloop.loop.payment.Refunds;
import org.townloop.supply.booking.Bookings;
import org.townloop.supply.offer.Offers;

/**
 * The capture transaction: what comes of an order when the gateway says that money has moved. It runs inside the
 * transaction that records the gateway's word, and is told once of each movement.
 */
@Component
class Payments implements CaptureListener {

    private final Orders orders;
    private final Offers offers;
    private final CapturedOrders captured;
    private final CardsAtCapture cards;
    private final PaidOrders paidOrders;
    private final Bookings bookings;
    private final Refunds refunds;
    private final MoneyBack moneyBack;
    private final Ledger ledger;
    private final EventLog events;
    private final Clock clock;

    Payments(
            Orders orders,
            Offers offers,
            CapturedOrders captured,
            CardsAtCapture cards,
            PaidOrders paidOrders,
            Bookings bookings,
            Refunds refunds,
            MoneyBack moneyBack,
            Ledger ledger,
            EventLog events,
            Clock clock) {
        this.orders = orders;
        this.offers = offers;
        this.captured = captured;
        this.cards = cards;
        this.paidOrders = paidOrders;
        this.bookings = bookings;
        this.refunds = refunds;
        this.moneyBack = moneyBack;
        this.ledger = ledger;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public Set<IntentId> lockFree(List<Intent> intents) {
        var free = orders.lockFree(
                intents.stream().flatMap(Payments::orders).distinct().toList());
        return intents.stream()
                .filter(intent -> orders(intent).allMatch(free::contains))
                .map(Intent::id)
                .collect(Collectors.toSet());
    }

    private static Stream<OrderId> orders(Intent intent) {
        return intent.shares().stream().map(share -> new OrderId(share.order()));
    }

    @Override
    public void captured(List<Intent> intents) {
        captured.settle(intents);
    }

    /** The order stays as it is: the resident may pay another way until the hold runs out, and with the same cards. */
    @Override
    public void declined(Intent intent) {
        cards.declined(intent.id().value());
    }

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
                .map(money ->
                        money.refunded().plus(money.goodwill()).minor() - moneyBack.withoutGateway(refund.order()))
                .orElseThrow(() -> new IllegalStateException("money goes back that never came: " + refund.order()));
        var back = refunds.of(refund.order()).stream()
                .filter(other -> other.id().equals(refund.id()) || other.state() == RefundState.SUCCEEDED)
                .mapToLong(other -> other.amount().minor())
                .sum();
        return back >= promised;
    }

    /** It is still owed: the refund stands at the office as failed, and the books keep it as payable. */
    @Override
    public void refundFailed(Refund refund) {}

    /** Orders that cost nothing are paid as soon as they are held. */
    void fulfilWithoutPayment(List<Order> free) {
        bookings.confirm(free.stream().map(order -> order.id().value()).toList());
        cards.free(free.stream().map(Order::id).toList());
        paidOrders.write(free, Sold.in(free, offers), clock.instant());
    }
}
