package org.townloop.supply.booking;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Refusal;

/**
 * A calendar that is kept elsewhere of a member of staff or a resource; in its busy times they are not sold.
 *
 * @param host all of its address that is shown: the rest is a secret
 * @param readAt when it was read well, or had not changed
 * @param nextReadAt null once it was given up
 * @param failingSince null while it is read well
 * @param fault why the last read failed; null while it is read well
 * @param times how many stretches of busy time lie ahead
 */
public record ForeignCalendar(
        UUID subject,
        String host,
        Instant readAt,
        @Nullable Instant nextReadAt,
        @Nullable Instant failingSince,
        @Nullable Refusal fault,
        int times) {

    /** Whether nobody reads it any more, until somebody says so. */
    public boolean isGivenUp() {
        return nextReadAt == null;
    }
}
