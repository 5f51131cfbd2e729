package org.townloop.loop.checkout;

import java.util.Collection;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Money;
import org.townloop.loop.ordering.BalanceReceipt;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderState;
import org.townloop.loop.voucher.Voucher;
import org.townloop.loop.voucher.VoucherState;

/**
 * What of an order is paid at its place.
 *
 * @param due for those who are expected, or of whom some have come, for those who have
 * @param most what is due if all come who still may
 * @param part what was had if only some of it was, else null
 * @param receipts what the place has noted, in that order; those that count
 */
public record Balance(Money due, Money most, @Nullable Part part, List<BalanceReceipt> receipts) {

    /**
     * What was had of an order of which some was not.
     *
     * @param units that were had
     * @param of all of the order's
     * @param deposit what of the deposit was released for them: with what is due it is what they cost
     */
    public record Part(int units, int of, Money deposit) {}

    /** Nothing of it is paid at the place. */
    static Balance none(Order order) {
        return new Balance(order.atPlace(), order.atPlace(), null, List.of());
    }

    /** @param vouchers all of the order's, none as long as it is held */
    static Balance of(Order order, Collection<Voucher> vouchers, List<BalanceReceipt> receipts) {
        var due = due(order, vouchers, received(order.atPlace(), receipts));
        var most = order.state() == OrderState.PAID ? ofGood(order, vouchers) : due;
        return new Balance(due, most, part(order, vouchers), receipts);
    }

    /** All that the place has noted, less what it has given back. */
    public Money received() {
        return received(due, receipts);
    }

    private static Money received(Money like, List<BalanceReceipt> receipts) {
        return receipts.stream().map(BalanceReceipt::amount).reduce(Money.zero(like.currency()), Money::plus);
    }

    /** What was noted last, null if nothing. */
    public @Nullable BalanceReceipt last() {
        return receipts.isEmpty() ? null : receipts.getLast();
    }

    /** What is still to be paid. */
    public Money open() {
        return atLeastNothing(due.minus(received()));
    }

    /** What the place has and will not be due: to be given back there. */
    public Money back() {
        return atLeastNothing(received().minus(most));
    }

    /** What the place has for those who may still come. */
    public Money ahead() {
        return atLeastNothing(received().minus(due)).minus(back());
    }

    /** What is to be noted next: what is open, or below zero what is to be given back. */
    Money rest() {
        return open().minus(back());
    }

    private static Money atLeastNothing(Money money) {
        return money.isPositive() ? money : Money.zero(money.currency());
    }

    private static Money due(Order order, Collection<Voucher> vouchers, Money received) {
        return switch (order.state()) {
            case HELD -> order.atPlace();
            case PAID -> isExpected(vouchers) ? order.atPlace() : ofHad(order, vouchers);
            case FULFILLED, SETTLED, DISPUTED -> ofHad(order, vouchers);
            case CANCELLED, EXPIRED, REFUNDED -> lesser(ofHad(order, vouchers), atLeastNothing(received));
        };
    }

    /** Of what is over nothing more is asked, and what was paid for what was had stays: a dispute is about the deposit. */
    private static Money lesser(Money one, Money other) {
        return one.minus(other).isPositive() ? other : one;
    }

    /** Nobody has come yet, and somebody still may. */
    private static boolean isExpected(Collection<Voucher> vouchers) {
        return vouchers.stream().allMatch(voucher -> voucher.unitsRedeemed() == 0)
                && vouchers.stream().anyMatch(voucher -> voucher.state() == VoucherState.ISSUED);
    }

    /** What is due for the units that were had: all units of an order cost the same. Rounding favours the resident. */
    static Money ofHad(Order order, Collection<Voucher> vouchers) {
        return of(order, vouchers, Voucher::unitsRedeemed);
    }

    /** The same with those that may still be had; what was called off may as long as a counter may know better. */
    private static Money ofGood(Order order, Collection<Voucher> vouchers) {
        return of(
                order,
                vouchers,
                voucher -> voucher.state() == VoucherState.ISSUED || voucher.state() == VoucherState.WITHDRAWN
                        ? voucher.units()
                        : voucher.unitsRedeemed());
    }

    private static @Nullable Part part(Order order, Collection<Voucher> vouchers) {
        var units = vouchers.stream().mapToInt(Voucher::units).sum();
        var had = vouchers.stream().mapToInt(Voucher::unitsRedeemed).sum();
        var released = vouchers.stream()
                .map(voucher -> voucher.worthOf(voucher.unitsRedeemed()))
                .reduce(Money.zero(order.total().currency()), Money::plus);
        return had == 0 || had == units ? null : new Part(had, units, released);
    }

    private static Money of(Order order, Collection<Voucher> vouchers, ToIntFunction<Voucher> which) {
        var units = vouchers.stream().mapToInt(Voucher::units).sum();
        var some = vouchers.stream().mapToInt(which).sum();
        return units == 0
                ? Money.zero(order.atPlace().currency())
                : new Money(
                        Math.multiplyExact(order.atPlace().minor(), (long) some) / units,
                        order.atPlace().currency());
    }
}
