package org.townloop.loop.checkout;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.Gate;
import org.townloop.base.identity.Right;
import org.townloop.base.identity.Scope;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.EventLog;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.loop.ordering.CancellationCause;
import org.townloop.loop.ordering.Deliveries;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.ordering.OrderState;
import org.townloop.loop.ordering.Orders;
import org.townloop.loop.ordering.PackedLine;
import org.townloop.loop.ordering.Pays;
import org.townloop.loop.payment.Gateways;
import org.townloop.loop.payment.Refunds;
import org.townloop.loop.voucher.Vouchers;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.merchant.Workplaces;

/**
 * The packing transaction: what was missing of an order of goods, or was replaced by something cheaper, goes back out of
 * escrow before the rest of it is released. It locks the order as cancelling and redeeming do, so that one of them is first.
 */
@Component
public class Packing {

    private final Orders orders;
    private final Deliveries deliveries;
    private final Contents contents;
    private final Substitutes substitutes;
    private final Vouchers vouchers;
    private final WaitingCancellations waitingCancellations;
    private final Refunds refunds;
    private final Gateways gateways;
    private final MoneyBack moneyBack;
    private final Atomically atomically;
    private final EventLog events;
    private final Gate gate;
    private final Workplaces workplaces;
    private final Clock clock;

    Packing(
            Orders orders,
            Deliveries deliveries,
            Contents contents,
            Substitutes substitutes,
            Vouchers vouchers,
            WaitingCancellations waitingCancellations,
            Refunds refunds,
            Gateways gateways,
            MoneyBack moneyBack,
            Atomically atomically,
            EventLog events,
            Gate gate,
            Workplaces workplaces,
            Clock clock) {
        this.orders = orders;
        this.deliveries = deliveries;
        this.contents = contents;
        this.substitutes = substitutes;
        this.vouchers = vouchers;
        this.waitingCancellations = waitingCancellations;
        this.refunds = refunds;
        this.gateways = gateways;
        this.moneyBack = moneyBack;
        this.atomically = atomically;
        this.events = events;
        this.gate = gate;
        this.workplaces = workplaces;
        this.clock = clock;
    }

    /**
     * The order of goods, for those who pack it.
     *
     * @throws Absent if it is none of their place's
     */
    public Order order(Actor actor, OrderId id) {
        var order = orders.get(id);
        gate.require(
                actor,
                Right.PACK,
                Scope.place(id.region(), order.merchant().value(), order.place().value()));
        if (deliveries.of(id).isEmpty()) {
            throw new Absent("goods of " + id.value());
        }
        return order;
    }

    /** From now on it is called off at the shop only. Who begins after somebody else goes on. */
    public Outcome<OrderId> begin(Actor actor, OrderId id) {
        order(actor, id);
        return atomically.run(() -> {
            var refusal = refusal(orders.lock(id));
            if (refusal == null) {
                deliveries.begin(id);
            }
            return refusal == null ? Outcome.done(id) : Outcome.refused(refusal);
        });
    }

    /**
     * It is packed like that; the same said again changes nothing. If nothing of it was there, it is called off and all of
     * it goes back, its way included.
     *
     * @param said of each line; of what nothing is said, all is there
     */
    public Outcome<OrderId> pack(Actor actor, OrderId id, List<Packed> said) {
        order(actor, id);
        var packed = atomically.run(() -> pack(orders.lock(id), said));
        if (packed instanceof Outcome.Done) {
            refunds.of(id.value()).forEach(gateways::refund);
        }
        return packed;
    }

    /**
     * Those of the orders of the window that are packed are on their way; who brings them has them.
     *
     * @throws Absent if it is not their place
     */
    public Outcome<List<OrderId>> setOut(Actor actor, PlaceId place, Instant start) {
        workplaces.get(actor, Right.PACK, place);
        var brought = orders.at(place, start, start.plusNanos(1_000)).stream()
                .filter(order ->
                        order.state() == OrderState.PAID && order.first().site() != null)
                .map(Order::id)
                .toList();
        return atomically.run(() -> Outcome.done(deliveries.setOut(brought, clock.instant())));
    }

    /** The caller has locked it. */
    Outcome<OrderId> pack(Order order, List<Packed> said) {
        var refusal = refusal(order);
        return switch (contents.of(order, said)) {
            case Outcome.Refused<List<PackedLine>>(var why) -> Outcome.refused(refusal == null ? why : refusal);
            case Outcome.Done<List<PackedLine>>(var lines) when refusal == null -> take(order, lines);
            case Outcome.Done<List<PackedLine>>(var lines) when isPackedLike(order, lines) -> Outcome.done(order.id());
            case Outcome.Done<List<PackedLine>> _ -> Outcome.refused(refusal);
        };
    }

    private Outcome<OrderId> take(Order order, List<PackedLine> lines) {
        return switch (substitutes.take(order, lines)) {
            case Outcome.Refused<Order>(var soldOut) -> Outcome.refused(soldOut);
            case Outcome.Done<Order> _ ->
                pack(order, lines, Money.zero(order.total().currency()));
        };
    }

    private boolean isPackedLike(Order order, List<PackedLine> said) {
        var packed = deliveries.packed(List.of(order.id())).getOrDefault(order.id(), Map.of());
        return said.stream().allMatch(line -> {
            var before = packed.get(line.line());
            return before != null && before.isLike(line);
        });
    }

    private @Nullable Refusal refusal(Order order) {
        if (order.state() != OrderState.PAID) {
            return Refusal.of(
                    order.state() == OrderState.SETTLED ? CheckoutReason.ALREADY_USED : CheckoutReason.ALREADY_CLOSED);
        }
        if (!waitingCancellations.isUntouched(order)) {
            return Refusal.of(CheckoutReason.CANCELLATION_WAITS);
        }
        return deliveries
                        .of(order.id())
                        .filter(delivery -> delivery.state().isDone())
                        .isPresent()
                ? Refusal.of(CheckoutReason.ALREADY_PACKED)
                : null;
    }

    private Outcome<OrderId> pack(Order order, Collection<PackedLine> lines, Money nothing) {
        var back = lines.stream().map(PackedLine::back).reduce(nothing, Money::plus);
        if (lines.stream().allMatch(PackedLine::isMissing)) {
            deliveries.begin(order.id());
            return waitingCancellations.giveAllBack(order, CancellationCause.NOTHING_THERE);
        }
        if (!deliveries.pack(order.id(), lines, back, clock.instant())) {
            throw new IllegalStateException("packed meanwhile although it was locked: " + order.id());
        }
        if (back.isPositive() && order.pays() == Pays.ESCROW) {
            var why = "packing of " + order.id().value();
            if (moneyBack.promise(order, Pockets.held(back), "some of it was missing", why)
                    instanceof Outcome.Refused<Boolean>(var refusal)) {
                return Outcome.refused(refusal);
            }
            if (!vouchers.lower(order.id(), order.total(), order.total().minus(back))) {
                throw new IllegalStateException("a voucher of a locked order was taken: " + order.id());
            }
        }
        events.append(new OrderPacked(
                order.id().value(),
                order.place().value(),
                back.minor(),
                back.currency().getCurrencyCode()));
        return Outcome.done(order.id());
    }
}
