package org.townloop.loop.checkout;

import org.jspecify.annotations.Nullable;
import org.townloop.supply.offer.OfferId;

/**
 * What somebody says was packed of a line.
 *
 * @param quantity of what was ordered, 0 if it was missing
 * @param other what was packed for the rest; null for nothing
 * @param otherQuantity how many of it; 0 if nothing
 */
public record Packed(int line, int quantity, @Nullable OfferId other, int otherQuantity) {}
