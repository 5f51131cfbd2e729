package org.townloop.loop.checkout;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.EventLog;
import org.townloop.base.kernel.Outcome;
import org.townloop.loop.ledger.Ledger;
import org.townloop.loop.ledger.OrderMoney;
import org.townloop.loop.ordering.CancellationState;
import org.townloop.loop.ordering.Cancellations;
import org.townloop.loop.ordering.ChargedBackOrders;
import org.townloop.loop.ordering.DisputedOrders;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.ordering.OrderState;
import org.townloop.loop.ordering.Orders;
import org.townloop.loop.ordering.Pays;
import org.townloop.loop.payment.Chargeback;
import org.townloop.loop.payment.ChargebackListener;
import org.townloop.loop.payment.Chargebacks;
import org.townloop.loop.payment.Share;
import org.townloop.loop.voucher.Vouchers;
import org.townloop.supply.booking.Bookings;

/**
 * What comes of orders whose payer objects at the gateway, inside the transaction that records the gateway's word. Such an
 * order stands still, unless it is over already or waits to be called off. Won, it goes on as what it was. Lost, the payer
 * has the money, and nobody has anything of the order any more.
 */
@Component
class ChargedBack implements ChargebackListener {

    private final Orders orders;
    private final DisputedOrders disputed;
    private final ChargedBackOrders chargedBack;
    private final Cancellations cancellations;
    private final Chargebacks chargebacks;
    private final ChargebackBooking booking;
    private final StoppedCards cards;
    private final Vouchers vouchers;
    private final Bookings bookings;
    private final MoneyBack moneyBack;
    private final PaidBack paidBack;
    private final Ledger ledger;
    private final EventLog events;
    private final Clock clock;

    ChargedBack(
            Orders orders,
            DisputedOrders disputed,
            ChargedBackOrders chargedBack,
            Cancellations cancellations,
            Chargebacks chargebacks,
            ChargebackBooking booking,
            StoppedCards cards,
            Vouchers vouchers,
            Bookings bookings,
            MoneyBack moneyBack,
            PaidBack paidBack,
            Ledger ledger,
            EventLog events,
            Clock clock) {
        this.orders = orders;
        this.disputed = disputed;
        this.chargedBack = chargedBack;
        this.cancellations = cancellations;
        this.chargebacks = chargebacks;
        this.booking = booking;
        this.cards = cards;
        this.vouchers = vouchers;
        this.bookings = bookings;
        this.moneyBack = moneyBack;
        this.paidBack = paidBack;
        this.ledger = ledger;
        this.events = events;
        this.clock = clock;
    }

    /** As cancelling does, which locks the order before the payment. */
    @Override
    public void opening(List<Share> shares) {
        orders.lock(shares.stream().map(Share::order).map(OrderId::new).toList());
    }

    @Override
    public void opened(Chargeback chargeback) {
        var about = lock(chargeback);
        booking.takenBack(chargeback);
        cards.stop(about);
        about.forEach(order -> chargebacks.concerns(
                chargeback.id(), order.id().value(), order.place().value(), stop(order)));
        tell(chargeback, about);
    }

    private boolean stop(Order order) {
        return !isCalledOff(order) && disputed.stop(order.id());
    }

    @Override
    public void won(Chargeback chargeback) {
        var about = lock(chargeback);
        booking.won(chargeback);
        cards.goOn(about);
        stopped(chargeback, about, order -> disputed.goOn(order.id()));
        tell(chargeback, about);
    }

    @Override
    public void lost(Chargeback chargeback) {
        var about = lock(chargeback);
        cards.takeBack(about, chargeback);
        booking.lost(chargeback, ofCards(about));
        stopped(chargeback, about, this::close);
        about.stream().filter(this::isCalledOff).forEach(this::closeCalledOff);
        paidBack.byChargeback(chargeback.intent());
        tell(chargeback, about);
    }

    /** Of what was had in full some may be left with those who earned it: then it stays an order that was had. */
    private void close(Order order) {
        if (chargedBack.before(order.id()) != OrderState.PAID
                && money(order).released().isPositive()) {
            disputed.goOn(order.id());
            return;
        }
        vouchers.revoke(order.id());
        if (money(order).released().isZero()) {
            bookings.release(List.of(order.id().value()));
        }
        giveBackRest(order);
        chargedBack.close(order.id(), clock.instant());
    }

    /** No counter is waited for any more: the refund that was to come is the payer's already. */
    private void closeCalledOff(Order order) {
        var now = clock.instant();
        cancellations.become(CancellationState.COMPLETED, List.of(order.id()), now);
        vouchers.revoke(order.id());
        bookings.release(List.of(order.id().value()));
        giveBackRest(order);
        orders.become(OrderState.CANCELLED, order.id(), now);
        orders.become(OrderState.REFUNDED, order.id(), now);
    }

    /** What the payer did not object to, and nobody has had. */
    private void giveBackRest(Order order) {
        var held = money(order).held();
        if (!held.isPositive()) {
            return;
        }
        var why = "rest of what was charged back of " + order.id().value();
        if (moneyBack.promise(order, Pockets.held(held), "charged back", why)
                instanceof Outcome.Refused<Boolean>(var refusal)) {
            throw new IllegalStateException("what is held of " + order.id() + " cannot go back: " + refusal);
        }
    }

    private static Set<UUID> ofCards(List<Order> about) {
        return about.stream()
                .filter(order -> order.pays() == Pays.STORED)
                .map(order -> order.id().value())
                .collect(Collectors.toSet());
    }

    private boolean isCalledOff(Order order) {
        return order.state() == OrderState.PAID
                && cancellations
                        .of(order.id())
                        .filter(cancellation -> cancellation.state() == CancellationState.WAITING)
                        .isPresent();
    }

    private void stopped(Chargeback chargeback, List<Order> about, Consumer<Order> act) {
        var stopped = chargebacks.stopped(chargeback.id());
        about.stream().filter(order -> stopped.contains(order.id().value())).forEach(act);
    }

    private OrderMoney money(Order order) {
        return ledger.of(order.id().value())
                .orElseGet(() -> OrderMoney.none(order.total().currency()));
    }

    private List<Order> lock(Chargeback chargeback) {
        return orders.lock(
                chargeback.shares().stream().map(Share::order).map(OrderId::new).toList());
    }

    private void tell(Chargeback chargeback, List<Order> about) {
        events.append(about.stream()
                .map(order -> ChargebackMoved.of(order, chargeback, minor(chargeback, order)))
                .toList());
    }

    private static long minor(Chargeback chargeback, Order order) {
        return chargeback.shares().stream()
                .filter(share -> share.order().equals(order.id().value()))
                .mapToLong(share -> share.amount().minor())
                .sum();
    }
}
