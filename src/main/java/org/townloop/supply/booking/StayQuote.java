package org.townloop.supply.booking;

import java.util.List;
import org.townloop.base.kernel.Money;

/**
 * Nights that can be had as they were asked for, unless somebody is faster.
 *
 * @param wish what is to be held
 * @param nights each with its price
 * @param unit one room in all nights
 */
public record StayQuote(Wish wish, List<StayNight> nights, Money unit) {

    public Money total() {
        return unit.times(wish.quantity());
    }
}
