package org.townloop.supply.booking;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Point;
import org.townloop.supply.merchant.PlaceId;

/**
 * Work at a resident's home, for a line of an order.
 *
 * @param door null once the resident was erased
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
        Instant startsAt,
        Instant endsAt,
        @Nullable Instant setOutAt) {}
