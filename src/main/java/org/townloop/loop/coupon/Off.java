package org.townloop.loop.coupon;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Money;

/** What a coupon takes off. */
public sealed interface Off {

    /** So much, whatever it costs. */
    record Amount(Money amount) implements Off {}

    /**
     * A part of the price.
     *
     * @param percent 1 to 99
     * @param most never more than that; null for no limit
     */
    record Percent(int percent, @Nullable Money most) implements Off {}

    /**
     * Of such a price. A part that does not divide is rounded up, in the favour of whoever pays.
     *
     * @return may be more than the price
     */
    default Money of(Money price) {
        return switch (this) {
            case Amount(var amount) -> amount;
            case Percent(var percent, var most) -> {
                var part = BigInteger.valueOf(price.minor())
                        .multiply(BigInteger.valueOf(percent))
                        .add(BigInteger.valueOf(99))
                        .divide(BigInteger.valueOf(100))
                        .longValueExact();
                yield new Money(most == null ? part : Math.min(part, most.minor()), price.currency());
            }
        };
    }
}
