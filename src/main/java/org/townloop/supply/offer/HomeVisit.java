package org.townloop.supply.offer;

/**
 * Done at the resident's home, by people who come from the place or from the job before.
 *
 * @param team how many come together, at least 1
 * @param withinMetres how far from the place they go, as the crow flies
 */
public record HomeVisit(int team, int withinMetres) implements Arrangement {}
