package org.townloop.loop.stored;

import org.townloop.base.kernel.Money;

/**
 * A card and what one can still pay with it.
 *
 * @param left not below zero; what others have set aside is taken off
 */
public record CardLeft(Card card, Money left) {}
