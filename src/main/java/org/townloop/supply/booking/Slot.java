package org.townloop.supply.booking;

import java.time.Instant;
import org.townloop.base.kernel.Money;

/**
 * A free time of an offer.
 *
 * @param end when the resident leaves
 * @param left how many can come at that time, at least 1
 * @param price for one
 */
public record Slot(Instant start, Instant end, int left, Money price) {}
