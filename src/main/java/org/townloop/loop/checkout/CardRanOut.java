package org.townloop.loop.checkout;

import java.util.UUID;
import org.townloop.base.kernel.Event;

/**
 * A card ran out with something left on it.
 *
 * @param subject the card
 */
public record CardRanOut(UUID subject, long leftMinor, String currency) implements Event {}
