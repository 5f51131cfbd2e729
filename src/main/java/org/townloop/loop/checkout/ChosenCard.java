package org.townloop.loop.checkout;

import org.jspecify.annotations.Nullable;
import org.townloop.loop.stored.CardId;

/**
 * A card with which somebody wants to pay.
 *
 * @param mostMinor as much of it at most, in minor units, 1 or more; null for as much as is needed and left
 */
public record ChosenCard(CardId card, @Nullable Long mostMinor) {}
