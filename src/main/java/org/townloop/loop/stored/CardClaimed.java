package org.townloop.loop.stored;

import java.util.UUID;
import org.townloop.base.kernel.Event;

/**
 * A card that was bought for somebody has an owner.
 *
 * @param subject the card
 */
public record CardClaimed(UUID subject) implements Event {}
