package org.townloop.loop.checkout;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a merchant gives back of an order without having to: units of lines, or an amount.
 *
 * @param units of which lines, and how many of each; empty if an amount is said
 * @param amountMinor in minor units of the order's currency; null if units are said
 * @param reason as the resident reads it
 */
public record GiveBackWish(
        Map<Integer, Integer> units, @Nullable Long amountMinor, String reason) {}
