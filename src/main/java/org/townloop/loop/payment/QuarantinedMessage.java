package org.townloop.loop.payment;

import java.time.Instant;

/**
 * A message of a gateway that contradicts what we know, kept without effect.
 *
 * @param body in the words it came in
 */
public record QuarantinedMessage(String gateway, String eventId, String body, Instant receivedAt, String reason) {}
