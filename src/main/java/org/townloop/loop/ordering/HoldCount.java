package org.townloop.loop.ordering;

/**
 * What a resident keeps now without having paid.
 *
 * @param orders anywhere; those of a basket are one
 * @param ordersHere of those at the place asked for
 * @param unitsHere of the orders at that place, all together
 */
public record HoldCount(int orders, int ordersHere, int unitsHere) {}
