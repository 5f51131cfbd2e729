package org.townloop.loop.checkout;

import java.time.Instant;
import java.util.Collection;
import org.townloop.base.kernel.Money;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.voucher.Voucher;

/**
 * What of an order nobody has had.
 *
 * @param worth what it would release, nothing if it is paid at the shop
 * @param price what it would have cost, with what is paid at the place
 * @param isAll whether nothing of the order was had
 * @param runsOutAt when the last of its vouchers that were used in part runs out, long ago if there is none
 */
record Unused(Money worth, Money price, boolean isAll, Instant runsOutAt) {

    /** @param vouchers all of the order's */
    static Unused of(Order order, Collection<Voucher> vouchers) {
        var worth = vouchers.stream()
                .map(Voucher::worthOfRest)
                .reduce(Money.zero(order.total().currency()), Money::plus);
        return new Unused(
                worth,
                worth.plus(order.atPlace()).minus(Balance.ofHad(order, vouchers)),
                vouchers.stream().allMatch(voucher -> voucher.unitsRedeemed() == 0),
                vouchers.stream()
                        .filter(voucher -> voucher.unitsRedeemed() > 0 && voucher.unitsLeft() > 0)
                        .map(Voucher::validUntil)
                        .reduce(Instant.EPOCH, (one, other) -> one.isAfter(other) ? one : other));
    }
}
