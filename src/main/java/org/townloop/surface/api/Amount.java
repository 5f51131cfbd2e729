package org.townloop.surface.api;

import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Money;

/** Money in minor units of an ISO 4217 currency. */
record Amount(long minor, String currency) {

    static Amount of(Money money) {
        return new Amount(money.minor(), money.currency().getCurrencyCode());
    }

    static @Nullable Amount ofNullable(@Nullable Money money) {
        return money == null ? null : of(money);
    }

    static @Nullable Amount unlessZero(Money money) {
        return money.isZero() ? null : of(money);
    }
}
