package org.townloop.loop.screening;

/** The order of hits. Whatever cannot be booked stands after what can. */
public enum Sort {
    /** Text, distance, reputation and the next free slot, weighed as docs/algorithms/screening.md says. */
    BEST,
    /** The nearest first; needs a point to be near to. */
    NEAR,
    /** The cheapest first. */
    PRICE,
    /** By the lower bound of the reputation, so that one happy customer does not beat a hundred. */
    RATING,
    /** By the first free slot. */
    SOONEST
}
