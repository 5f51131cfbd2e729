package org.townloop.supply.booking;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Point;
import org.townloop.supply.merchant.PlaceId;

/**
 * Work at a resident's home, or a ride from there, for a line of an order.
 *
 * @param door null once the resident was erased
 * @param to where a ride goes; null if it is none, or the resident was erased
 * @param startsAt when they are at the door; it stays as it was promised
 * @param endsAt when they are done
 * @param setOutAt when one of them said that they are on their way; null if nobody did
 */
public record Job(
        UUID order,
        int line,
        PlaceId place,
        UUID resident,
        @Nullable Point door,
        @Nullable Point to,
        Instant startsAt,
        Instant endsAt,
        @Nullable Instant setOutAt) {

    /** @param lasting how long they are there, or how long the ride takes */
    static Job of(HoldRequest request, Leg leg, Instant start, Duration lasting) {
        return new Job(
                request.order(),
                request.line(),
                request.offer().place(),
                Objects.requireNonNull(request.resident(), "somebody's home"),
                leg.from(),
                request.ride() == null ? null : leg.to(),
                start,
                start.plus(lasting),
                null);
    }
}
