package org.townloop.supply.offer;

import org.townloop.base.kernel.Cash;
import org.townloop.base.kernel.Money;

/**
 * That only a part of the price is paid when booking, and the rest at the place. It counts towards the price, and is no
 * security that comes back.
 *
 * @param percent of the price, 1 to {@value #MOST}
 */
public record Deposit(int percent) {

    static final int MOST = 90;

    public Deposit {
        if (percent < 1 || percent > MOST) {
            throw new IllegalArgumentException("no deposit: " + percent + " %");
        }
    }

    /**
     * What is paid when booking. The rest is a sum that can be paid in cash, for which this is rounded down; something is
     * paid of whatever costs something.
     */
    public Money of(Money price) {
        return price.minus(balance(price));
    }

    /** What is left to be paid at the place: a multiple of the smallest amount that is paid in cash. */
    public Money balance(Money price) {
        if (!price.isPositive()) {
            return Money.zero(price.currency());
        }
        var step = Cash.step(price.currency());
        var rest = Math.multiplyExact(price.minor(), 100L - percent);
        var rounded = Math.ceilDiv(rest, 100 * step);
        var most = Math.floorDiv(price.minor() - 1, step);
        return new Money(Math.min(rounded, most) * step, price.currency());
    }
}
