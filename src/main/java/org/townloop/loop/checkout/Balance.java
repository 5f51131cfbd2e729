package org.townloop.loop.checkout;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Money;
import org.townloop.loop.ordering.BalanceReceipt;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.voucher.Voucher;
import org.townloop.loop.voucher.VoucherState;

/**
 * What of an order is paid at its place.
 *
 * @param due for those who are expected, or of whom some have come, for those who have
 * @param receipts what the place has noted, in that order; those that count
 */
public record Balance(Money due, List<BalanceReceipt> receipts) {

    /** @param vouchers all of the order's, none as long as it is held */
    static Balance of(Order order, Collection<Voucher> vouchers, List<BalanceReceipt> receipts) {
        return new Balance(due(order, vouchers), receipts);
    }

    /** All that the place has noted. */
    public Money received() {
        return receipts.stream().map(BalanceReceipt::amount).reduce(Money.zero(due.currency()), Money::plus);
    }

    /** What was noted last, null if nothing. */
    public @Nullable BalanceReceipt last() {
        return receipts.isEmpty() ? null : receipts.getLast();
    }

    /** What is still to be paid. */
    public Money open() {
        var open = due.minus(received());
        return open.isPositive() ? open : Money.zero(due.currency());
    }

    private static Money due(Order order, Collection<Voucher> vouchers) {
        return switch (order.state()) {
            case HELD -> order.balance();
            case PAID -> isExpected(vouchers) ? order.balance() : ofHad(order, vouchers);
            case FULFILLED, SETTLED, DISPUTED -> ofHad(order, vouchers);
            case CANCELLED, EXPIRED, REFUNDED -> Money.zero(order.balance().currency());
        };
    }

    /** Nobody has come yet, and somebody still may. */
    private static boolean isExpected(Collection<Voucher> vouchers) {
        return vouchers.stream().allMatch(voucher -> voucher.unitsRedeemed() == 0)
                && vouchers.stream().anyMatch(voucher -> voucher.state() == VoucherState.ISSUED);
    }

    /** What is due for the units that were had: all units of an order cost the same. Rounding favours the resident. */
    static Money ofHad(Order order, Collection<Voucher> vouchers) {
        var units = vouchers.stream().mapToInt(Voucher::units).sum();
        var had = vouchers.stream().mapToInt(Voucher::unitsRedeemed).sum();
        return units == 0
                ? Money.zero(order.balance().currency())
                : new Money(
                        Math.multiplyExact(order.balance().minor(), (long) had) / units,
                        order.balance().currency());
    }
}
