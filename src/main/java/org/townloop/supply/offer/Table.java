package org.townloop.supply.offer;

/**
 * A table for a party; the offer's duration is how long they sit.
 *
 * @param fewest the smallest party, at least 1
 * @param most the largest party
 */
public record Table(int fewest, int most) implements Arrangement {}
