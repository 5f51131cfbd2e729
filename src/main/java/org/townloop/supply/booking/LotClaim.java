package org.townloop.supply.booking;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.townloop.supply.merchant.PlaceId;

/**
 * What a line of an order takes of a lot.
 *
 * @param units at least 1
 * @param capacity how many there are, as the offer says now
 * @param expiresAt when it frees itself; null if it is booked
 */
record LotClaim(
        UUID order,
        int line,
        PlaceId place,
        Lot lot,
        int units,
        int capacity,
        @Nullable Instant expiresAt) {}
