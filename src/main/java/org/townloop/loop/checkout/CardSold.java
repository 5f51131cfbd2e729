package org.townloop.loop.checkout;

import java.util.UUID;
import org.townloop.base.kernel.Event;

/**
 * A gift voucher, a pass or a balance was paid, and there is a card.
 *
 * @param subject the order by which it was sold
 */
public record CardSold(UUID subject, UUID card, UUID place, long worthMinor, String currency) implements Event {}
