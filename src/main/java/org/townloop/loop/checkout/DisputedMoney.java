package org.townloop.loop.checkout;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.loop.ledger.Ledger;
import org.townloop.loop.ledger.OrderMoney;
import org.townloop.loop.ordering.DisputedOrders;
import org.townloop.loop.ordering.GivenBack;
import org.townloop.loop.ordering.Line;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.ordering.OrderState;
import org.townloop.loop.ordering.Orders;
import org.townloop.loop.ordering.Pays;
import org.townloop.loop.payment.Gateways;
import org.townloop.loop.payment.Refunds;
import org.townloop.loop.visit.Visit;
import org.townloop.loop.visit.Visits;
import org.townloop.loop.voucher.Voucher;
import org.townloop.loop.voucher.Vouchers;

/**
 * What becomes of an order's money while somebody objects to it, and afterwards. Meanwhile the order is DISPUTED: its
 * vouchers open nothing, so nothing is released, and no job settles it.
 */
@Component
public class DisputedMoney {

    private final Orders orders;
    private final DisputedOrders disputed;
    private final Vouchers vouchers;
    private final Visits visits;
    private final GivingBack givingBack;
    private final WaitingCancellations waitingCancellations;
    private final MissedOrders missed;
    private final Refunds refunds;
    private final Gateways gateways;
    private final Ledger ledger;
    private final Clock clock;

    DisputedMoney(
            Orders orders,
            DisputedOrders disputed,
            Vouchers vouchers,
            Visits visits,
            GivingBack givingBack,
            WaitingCancellations waitingCancellations,
            MissedOrders missed,
            Refunds refunds,
            Gateways gateways,
            Ledger ledger,
            Clock clock) {
        this.orders = orders;
        this.disputed = disputed;
        this.vouchers = vouchers;
        this.visits = visits;
        this.givingBack = givingBack;
        this.waitingCancellations = waitingCancellations;
        this.missed = missed;
        this.refunds = refunds;
        this.gateways = gateways;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Since when there is something to object to: the last visit, or the end of the time; nothing before that. */
    public Optional<Instant> since(Order order) {
        var visited = visits.of(List.of(order.id())).stream().map(Visit::visitedAt);
        var end = end(order);
        return Stream.concat(visited, Stream.ofNullable(end).filter(at -> !at.isAfter(clock.instant())))
                .max(Instant::compareTo);
    }

    /** What of that which was paid for it can go back now at most: asked for, offered, decided and given are no more. */
    public Money most(Order order) {
        if (order.pays() != Pays.ESCROW || !isOver(order)) {
            return givingBack.most(order);
        }
        var money = money(order);
        var unused = waitingCancellations.unused(order).worth();
        return lesser(money.released().plus(lesser(unused, money.held())), GivingBack.notPromised(money));
    }

    /** What the platform can add at most: enough is left of what was captured for what the policy may give back later. */
    public Money mostOfPlatform(Order order, Money ofOrder) {
        return order.pays() != Pays.ESCROW
                ? Money.zero(order.total().currency())
                : GivingBack.besides(money(order), ofOrder, ofOrder.isPositive() && isOver(order));
    }

    /** Whether it was closed because nobody came. */
    public boolean isMissed(Order order) {
        return missed.isClosed(order);
    }

    /** Where the order's money is. */
    public OrderMoney money(Order order) {
        return givingBack.money(order);
    }

    /**
     * From now on it stands still. What was closed because nobody came stays closed: all of it is where it went.
     *
     * @return refused if nothing was paid, or it was called off
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Outcome<Order> stop(OrderId id) {
        var order = orders.lock(id);
        missed.reopen(order);
        if (order.state() == OrderState.PAID && waitingCancellations.isWaiting(order)) {
            return Outcome.refused(CheckoutReason.CANCELLATION_WAITS);
        }
        if (!most(order).isPositive()) {
            return Outcome.refused(CheckoutReason.NOTHING_TO_GIVE_BACK);
        }
        return isMissed(order) || disputed.stop(id)
                ? Outcome.done(order)
                : Outcome.refused(CheckoutReason.ALREADY_CLOSED);
    }

    /** It goes on as if nobody had objected, by the policy it was sold under; what is closed stays so. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void goOn(OrderId id) {
        var order = orders.lock(id);
        if (!order.state().isOff() && !disputed.goOn(id)) {
            throw new IllegalStateException("nobody objects to " + id.value());
        }
    }

    /**
     * What was agreed or decided goes back, and the order goes on. If its time is over and something of it was never had, it
     * is closed: what is left of that is the merchant's. Of a pass used in part no more goes back before than was earned of it.
     *
     * @param ofOrder of what was paid for it
     * @param platform on top of that, from the platform's own pocket
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Outcome<Order> conclude(
            OrderId id, GivenBack.Cause cause, Money ofOrder, Money platform, @Nullable String words, PersonId by) {
        goOn(id);
        return more(id, cause, ofOrder, platform, words, by);
    }

    /** The same of an order that has gone on already: after a second opinion. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Outcome<Order> more(
            OrderId id, GivenBack.Cause cause, Money ofOrder, Money platform, @Nullable String words, PersonId by) {
        var order = orders.lock(id);
        if (ofOrder.plus(platform).isZero()) {
            return Outcome.done(order);
        }
        if (ofOrder.minor() > most(order).minor()
                || platform.minor() > mostOfPlatform(order, ofOrder).minor()) {
            return Outcome.refused(tooMuch(most(order)));
        }
        var wish = new GivingBack.Wish(cause, ofOrder, platform, Map.of(), words, by);
        return (isClosedBy(order, ofOrder) ? close(order, wish) : given(order, wish)).map(done -> orders.get(id));
    }

    /** After the transaction: asks the gateway for what goes back. */
    public void payBack(OrderId id) {
        refunds.of(id.value()).forEach(gateways::refund);
    }

    /** What is made good to the merchant from the platform's own pocket, after a second opinion. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void makeGood(Order order, Money amount, String cause) {
        ledger.makeGood(order.id().value(), order.merchant().value(), amount, cause);
    }

    /** From whose pocket what was paid would go back now. */
    public Pockets pockets(Order order, Money ofOrder, Money platform) {
        return givingBack.pockets(order, ofOrder, platform);
    }

    private Outcome<OrderId> given(Order order, GivingBack.Wish wish) {
        return givingBack.give(order, wish).map(_ -> order.id());
    }

    /** What was earned goes back by itself, the rest with what closes the order. */
    private Outcome<OrderId> close(Order order, GivingBack.Wish wish) {
        var pockets = givingBack.pockets(order, wish.ofOrder(), wish.platform());
        if (pockets.escrow().minor()
                > waitingCancellations.unused(order).worth().minor()) {
            return Outcome.refused(tooMuch(most(order)));
        }
        return waitingCancellations.closeNow(order, pockets.escrow()).then(closed -> {
            var rest = new Pockets(pockets.earned(), Money.zero(order.total().currency()), pockets.platform());
            return rest.all().isZero()
                    ? Outcome.done(closed)
                    : given(
                            orders.get(closed),
                            new GivingBack.Wish(
                                    wish.cause(),
                                    rest.ofOrder(),
                                    rest.platform(),
                                    wish.units(),
                                    wish.words(),
                                    wish.by()));
        });
    }

    /** Whether some of it was not had, and is not to be had any more. */
    private boolean isClosedBy(Order order, Money ofOrder) {
        return order.state() == OrderState.PAID && ofOrder.isPositive() && isOver(order);
    }

    /** Whether nothing of it is to be had any more, if anybody still could. */
    private boolean isOver(Order order) {
        var now = clock.instant();
        var end = end(order);
        return (order.state() == OrderState.PAID || order.state() == OrderState.DISPUTED)
                && end != null
                && !end.isAfter(now)
                && !waitingCancellations.unused(order).runsOutAt().isAfter(now);
    }

    /** When the last of it ends; what has no time ends with its vouchers. */
    private @Nullable Instant end(Order order) {
        var ends = order.lines().stream()
                .map(Line::endsAt)
                .filter(Objects::nonNull)
                .max(Instant::compareTo);
        return ends.or(() -> vouchers.of(order.id()).stream()
                        .map(Voucher::validUntil)
                        .max(Instant::compareTo))
                .orElse(null);
    }

    private static Money lesser(Money one, Money other) {
        return one.minor() < other.minor() ? one : other;
    }

    private static Refusal tooMuch(Money most) {
        return Refusal.of(CheckoutReason.GIVE_BACK_TOO_MUCH, "amount", Map.of("most", most));
    }
}
