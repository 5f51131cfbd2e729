package org.townloop.supply.booking;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.merchant.TimeSpan;

/**
 * A member of staff or a resource, taken for a time by a line of an order.
 *
 * @param subject the id of the member of staff or of the resource
 * @param during buffers included
 * @param expiresAt when it frees itself; null if it is booked
 */
public record Claimed(
        UUID order,
        int line,
        PlaceId place,
        UUID subject,
        Kind kind,
        TimeSpan during,
        @Nullable Instant expiresAt) {

    /** What is taken. */
    public enum Kind {
        STAFF,
        RESOURCE
    }

    /** Whether it is paid for, and does not free itself. */
    public boolean isBooked() {
        return expiresAt == null;
    }
}
