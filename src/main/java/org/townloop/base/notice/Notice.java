package org.townloop.base.notice;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.RegionId;

/**
 * A message to a person, put into words by whoever shows it.
 *
 * @param subject the order it is about, or the visit that was replied to
 * @param facts what the words mention
 */
public record Notice(
        UUID id,
        RegionId region,
        PersonId person,
        Kind kind,
        UUID subject,
        Map<String, Object> facts,
        Instant at,
        @Nullable Instant readAt) {

    /** What it tells. */
    public enum Kind {
        /** To the merchant: somebody paid. */
        NEW_ORDER,
        /** To the resident: your payment arrived. */
        PAID,
        /** To the resident: your visit is near. */
        REMINDER,
        CANCELLED,
        REFUNDED,
        /** To the resident: the merchant answered. */
        REPLY
    }
}
