package org.townloop.loop.checkout;

import org.townloop.base.kernel.Money;

/**
 * From whose pocket money goes back to a resident.
 *
 * @param earned by those who had earned it, in the proportions in which they have it
 * @param escrow what nobody had earned yet: what is still to be had is worth that much less
 * @param platform the platform's own
 */
public record Pockets(Money earned, Money escrow, Money platform) {

    /** What nobody has earned yet. */
    static Pockets held(Money escrow) {
        var nothing = Money.zero(escrow.currency());
        return new Pockets(nothing, escrow, nothing);
    }

    /** What of that was paid for the order. */
    public Money ofOrder() {
        return earned.plus(escrow);
    }

    public Money all() {
        return ofOrder().plus(platform);
    }
}
