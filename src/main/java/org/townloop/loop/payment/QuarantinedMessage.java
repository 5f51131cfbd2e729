package org.townloop.loop.payment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.townloop.base.identity.PersonId;

/**
 * A message of a gateway that contradicts what we know, kept without effect.
 *
 * @param body in the words it came in
 * @param note what an operator has found out; null if nobody has looked into it
 * @param notedBy whose note it is
 * @param settledAt when it was done with; null as long as it is open
 */
public record QuarantinedMessage(
        String gateway,
        String eventId,
        String body,
        Instant receivedAt,
        String reason,
        @Nullable String note,
        @Nullable PersonId notedBy,
        @Nullable Instant settledAt) {}
