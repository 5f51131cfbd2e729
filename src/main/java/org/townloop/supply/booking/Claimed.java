package org.townloop.supply.booking;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Point;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.merchant.TimeSpan;

/**
 * A member of staff or a resource, taken for a time by a line of an order.
 *
 * @param subject the id of the member of staff or of the resource
 * @param during buffers and the way there included
 * @param expiresAt when it frees itself; null if it is booked
 * @param way how much of it is the way there
 * @param at where the work is done, or begins; null for at the place
 * @param to where it ends, if it is a ride; null if that is where it began
 */
public record Claimed(
        UUID order,
        int line,
        PlaceId place,
        UUID subject,
        Kind kind,
        TimeSpan during,
        @Nullable Instant expiresAt,
        Duration way,
        @Nullable Point at,
        @Nullable Point to) {

    /** What is taken. */
    public enum Kind {
        STAFF,
        RESOURCE
    }

    /** At the place, without a way there. */
    public Claimed(
            UUID order,
            int line,
            PlaceId place,
            UUID subject,
            Kind kind,
            TimeSpan during,
            @Nullable Instant expiresAt) {
        this(order, line, place, subject, kind, during, expiresAt, Duration.ZERO, null, null);
    }

    /** Whether it is paid for, and does not free itself. */
    public boolean isBooked() {
        return expiresAt == null;
    }

    /** Where it begins and ends. */
    Leg leg(@Nullable Point base) {
        return at == null ? Leg.at(base) : new Leg(at, to == null ? at : to);
    }

    /** The same work, after another way. */
    Claimed after(Duration other) {
        var span = new TimeSpan(during.start().plus(way).minus(other), during.end());
        return new Claimed(order, line, place, subject, kind, span, expiresAt, other, at, to);
    }
}
