package org.townloop.loop.checkout;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.AuditTrail;
import org.townloop.base.identity.PersonId;
import org.townloop.base.identity.Right;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.EventLog;
import org.townloop.base.kernel.Ids;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.region.Regions;
import org.townloop.loop.ledger.CommissionBook;
import org.townloop.loop.ordering.BalanceReceipt;
import org.townloop.loop.ordering.BalanceReceipts;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.ordering.OrderState;
import org.townloop.loop.ordering.Orders;
import org.townloop.loop.voucher.Voucher;
import org.townloop.loop.voucher.Vouchers;
import org.townloop.supply.merchant.Workplaces;

/**
 * What is to be paid at places, and that they have it: what a deposit leaves, or all of what is paid at the shop. Of the latter
 * the shares of the sale are charged to the merchant in the same transaction.
 */
@Component
public class Balances {

    private final Orders orders;
    private final Vouchers vouchers;
    private final BalanceReceipts receipts;
    private final CommissionBook commissions;
    private final Workplaces workplaces;
    private final Regions regions;
    private final AuditTrail audit;
    private final EventLog events;
    private final Atomically atomically;
    private final Clock clock;

    Balances(
            Orders orders,
            Vouchers vouchers,
            BalanceReceipts receipts,
            CommissionBook commissions,
            Workplaces workplaces,
            Regions regions,
            AuditTrail audit,
            EventLog events,
            Atomically atomically,
            Clock clock) {
        this.orders = orders;
        this.vouchers = vouchers;
        this.receipts = receipts;
        this.commissions = commissions;
        this.workplaces = workplaces;
        this.regions = regions;
        this.audit = audit;
        this.events = events;
        this.atomically = atomically;
        this.clock = clock;
    }

    /** As it is now. */
    public Balance of(Order order) {
        return order.atPlace().isZero()
                ? Balance.none(order)
                : Balance.of(order, vouchers.of(order.id()), receipts.of(order.id()));
    }

    /** The same of many, by two statements; those of which nothing is paid there are left out. */
    public Map<OrderId, Balance> of(Collection<Order> some) {
        var sold = some.stream()
                .filter(order -> order.atPlace().isPositive())
                .collect(Collectors.toMap(Order::id, Function.identity(), (one, same) -> one));
        if (sold.isEmpty()) {
            return Map.of();
        }
        var noted = receipts.of(sold.keySet());
        var issued = vouchers.of(sold.keySet()).stream().collect(Collectors.groupingBy(Voucher::order));
        return sold.values().stream()
                .collect(Collectors.toMap(
                        Order::id,
                        order -> Balance.of(
                                order,
                                issued.getOrDefault(order.id(), List.of()),
                                noted.getOrDefault(order.id(), List.of()))));
    }

    /**
     * What is still to be paid of all of them.
     *
     * @param some at least one, all of one currency
     */
    public Money open(List<Order> some) {
        return of(some).values().stream()
                .map(Balance::open)
                .reduce(Money.zero(some.getFirst().total().currency()), Money::plus);
    }

    /**
     * Somebody at the place has what is open, or has given back what is not due any more. Whoever notes it second is told
     * of the first, and nothing more is written; what falls due later is noted beside it. Of what is only held nothing is
     * taken: its time may be somebody else's soon.
     *
     * @param seen what they were shown: if something else is open or received by now, nothing is noted
     * @throws Absent if the actor does not work at the order's place
     */
    public Outcome<Balance> note(Actor staff, OrderId id, BalanceReceipt.Means means, Seen seen) {
        workplaces.get(staff, Right.REDEEM, orders.get(id).place());
        return atomically.run(() -> note(staff, orders.lock(id), means, seen));
    }

    /**
     * What somebody at the place was shown, in minor units.
     *
     * @param open what was still to be paid, below zero what was to be given back
     * @param received what had been noted before
     */
    public record Seen(long open, long received) {

        public static Seen of(Balance balance) {
            return new Seen(balance.rest().minor(), balance.received().minor());
        }
    }

    private Outcome<Balance> note(Actor staff, Order order, BalanceReceipt.Means means, Seen seen) {
        if (order.state() == OrderState.HELD) {
            return Outcome.refused(CheckoutReason.DEPOSIT_UNPAID);
        }
        var now = of(order);
        var rest = now.rest();
        if (rest.isZero()) {
            return now.last() == null ? Outcome.refused(CheckoutReason.NO_BALANCE) : Outcome.done(now);
        }
        if (!Seen.of(now).equals(seen)) {
            return Outcome.refused(Refusal.of(
                    rest.isPositive() ? CheckoutReason.BALANCE_CHANGED : CheckoutReason.BALANCE_BACK_CHANGED,
                    "amount",
                    Map.of("amount", rest.isPositive() ? rest : now.back())));
        }
        var id = receive(order, now, rest, means, staff.person());
        audit.note(
                staff.person(),
                (rest.isPositive() ? "balance-" : "balance-back-")
                        + means.name().toLowerCase(Locale.ROOT),
                order.id().value().toString());
        return changed(order, now, "receipt " + id);
    }

    /**
     * In the caller's transaction, on an order that it has locked: it was had, and what nobody has noted counts as paid at
     * its price.
     */
    void count(Order order) {
        var now = of(order);
        if (now.open().isPositive()) {
            var id = receive(order, now, now.open(), BalanceReceipt.Means.COUNTED, null);
            changed(order, now, "receipt " + id);
        }
    }

    private UUID receive(Order order, Balance now, Money amount, BalanceReceipt.Means means, @Nullable PersonId by) {
        var at = clock.instant();
        var id = Ids.next(order.id().region(), at);
        receipts.insert(new BalanceReceipt(id, order.id(), now.receipts().size() + 1, amount, means, by, at));
        return id;
    }

    /** What the place has is another sum now: so are the shares of it. */
    private Outcome<Balance> changed(Order order, Balance before, String cause) {
        var now = of(order);
        if (order.isNotedAtShop()) {
            commissions.change(
                    order.id().value(),
                    before.received(),
                    now.received(),
                    order.merchant().value(),
                    order.terms().shares(),
                    cause);
        }
        events.append(new BalanceNoted(order.id().value(), order.place().value()));
        return Outcome.done(now);
    }

    /**
     * It was noted by mistake; that stays to be seen. On the day on which it was noted, by the place's clock, and of
     * several the last.
     *
     * @param receipt the one that they were shown: if something was noted or undone since, nothing is
     * @throws Absent if the actor does not work at the order's place
     */
    public Outcome<Balance> undo(Actor staff, OrderId id, UUID receipt) {
        workplaces.get(staff, Right.REDEEM, orders.get(id).place());
        return atomically.run(() -> undo(staff, orders.lock(id), receipt));
    }

    private Outcome<Balance> undo(Actor staff, Order order, UUID receipt) {
        var before = of(order);
        var received = before.last();
        if (received == null || !received.id().equals(receipt)) {
            return Outcome.refused(CheckoutReason.BALANCE_NOTED_SINCE);
        }
        if (!mayBeUndone(received)) {
            return Outcome.refused(CheckoutReason.BALANCE_OF_EARLIER_DAY);
        }
        receipts.undo(received, staff.person(), clock.instant());
        audit.note(staff.person(), "balance-undone", order.id().value().toString());
        return changed(order, before, "receipt " + receipt + " undone");
    }

    /** Whether somebody noted it, and it is still the day on which they did. */
    public boolean mayBeUndone(BalanceReceipt received) {
        return received.means() != BalanceReceipt.Means.COUNTED
                && day(received.order(), received.at()).equals(day(received.order(), clock.instant()));
    }

    private LocalDate day(OrderId order, Instant at) {
        return at.atZone(regions.get(order.region()).zone()).toLocalDate();
    }
}
