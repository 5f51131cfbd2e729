package org.townloop.supply.offer;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Money;

/**
 * That it may be booked without paying online, and is paid at the shop.
 *
 * @param only whether it is not sold online at all; otherwise the resident chooses
 * @param mostMinor how much one such order comes to at most, in minor units of its currency; null for any amount
 * @param mostOpen how many such orders, still to be had, one resident keeps at the place at once; 1 to {@value #MOST_OPEN}
 */
public record AtShop(boolean only, @Nullable Long mostMinor, int mostOpen) {

    public static final int MOST_OPEN = 20;

    public AtShop {
        if (mostOpen < 1 || mostOpen > MOST_OPEN || (mostMinor != null && mostMinor < 1)) {
            throw new IllegalArgumentException("no way to pay at the shop: " + mostMinor + ", " + mostOpen);
        }
    }

    /** Whether so much may be left to be paid at the shop. */
    public boolean allows(Money price) {
        return mostMinor == null || price.minor() <= mostMinor;
    }

    /** How much one order comes to at most; nothing if any amount will do. */
    public Optional<Money> most(Money like) {
        return Optional.ofNullable(mostMinor).map(minor -> new Money(minor, like.currency()));
    }
}
