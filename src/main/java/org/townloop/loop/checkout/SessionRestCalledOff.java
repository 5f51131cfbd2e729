package org.townloop.loop.checkout;

import java.util.UUID;
import org.townloop.base.kernel.Event;

/**
 * A place has called a session off of which some had been had before: what was not comes back when it has run out.
 *
 * @param refundMinor what comes back if none of that is used
 */
public record SessionRestCalledOff(UUID subject, UUID place, long refundMinor, String currency) implements Event {}
