package org.townloop.surface.api;

import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Money;
import org.townloop.supply.offer.Offer;

/**
 * That only a part is paid when booking; what is booked is parted anew, all units together.
 *
 * @param dueNow of the price of one
 * @param balance what of it is paid at the place
 */
record DepositJson(int percent, Amount dueNow, Amount balance) {

    /** Null if all of the price is paid when booking. */
    static @Nullable DepositJson of(Offer offer, Money price) {
        var deposit = offer.deposit();
        return deposit == null
                ? null
                : new DepositJson(deposit.percent(), Amount.of(deposit.of(price)), Amount.of(deposit.balance(price)));
    }
}
