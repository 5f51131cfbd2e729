package org.townloop.loop.checkout;

import java.util.UUID;
import org.townloop.base.kernel.Event;

/** Time and staff are kept for a resident. */
public record OrderHeld(UUID subject, UUID place, UUID offer, long totalMinor, String currency) implements Event {}
