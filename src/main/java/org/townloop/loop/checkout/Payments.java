package org.townloop.loop.checkout;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.EventLog;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderId;
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
    private final PaidBack paidBack;
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
            PaidBack paidBack,
            EventLog events,
            Clock clock) {
        this.orders = orders;
        this.offers = offers;
        this.captured = captured;
        this.cards = cards;
        this.paidOrders = paidOrders;
        this.bookings = bookings;
        this.refunds = refunds;
        this.paidBack = paidBack;
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
        paidBack.byGateway(refund);
    }

    /** It is still owed, unless its payer has objected meanwhile and has it by that; the books keep it as payable. */
    @Override
    public void refundFailed(Refund refund) {
        var order = orders.lock(new OrderId(refund.order()));
        paidBack.byChargeback(refund.intent());
        if (refunds.get(refund.id()).state() == RefundState.FAILED) {
            events.append(new RefundRefused(
                    order.id().value(),
                    order.place().value(),
                    refund.amount().minor(),
                    refund.amount().currency().getCurrencyCode()));
        }
    }

    /** Orders that cost nothing are paid as soon as they are held. */
    void fulfilWithoutPayment(List<Order> free) {
        bookings.confirm(free.stream().map(order -> order.id().value()).toList());
        cards.free(free.stream().map(Order::id).toList());
        paidOrders.write(free, Sold.in(free, offers), clock.instant());
    }
}
