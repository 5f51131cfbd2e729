package org.townloop.loop.ordering;

/**
 * What a resident keeps now without having paid.
 *
 * @param orders anywhere; those of a basket are one
 * @param ordersHere of those at the place asked for
 * @param unitsHere of the orders at that place, all together
 */
public record HoldCount(int orders, int ordersHere, int unitsHere) {

    /** With one more order there, of so many units. */
    public HoldCount withOneHere(int units) {
        return new HoldCount(orders + 1, ordersHere + 1, unitsHere + units);
    }

    /** With one more order elsewhere. */
    public HoldCount withOneElsewhere() {
        return new HoldCount(orders + 1, ordersHere, unitsHere);
    }
}
