package org.townloop.loop.checkout;

import java.util.UUID;
import org.townloop.base.kernel.Event;

/**
 * An order of goods is packed.
 *
 * @param backMinor what goes back for what was missing
 */
public record OrderPacked(UUID subject, UUID place, long backMinor, String currency) implements Event {}
