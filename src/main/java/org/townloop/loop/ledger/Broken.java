package org.townloop.loop.ledger;

/**
 * An invariant that does not hold.
 *
 * @param invariant its name, e.g. {@code order-totals}
 * @param sentence what should be so
 * @param count how many rows break it
 * @param example one of them, with its figures
 */
public record Broken(String invariant, String sentence, long count, String example) {}
