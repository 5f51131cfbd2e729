package org.townloop.supply.booking;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Refusal;
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
        @Nullable Instant expiresAt,
        Of of) {

    /** What kind of lot it is of: it says in which words too few are left. */
    enum Of {
        TIMES,
        CODES,
        DEAL,
        SHARE_OF_DEAL
    }

    LotClaim(UUID order, int line, PlaceId place, Lot lot, int units, int capacity, @Nullable Instant expiresAt) {
        this(order, line, place, lot, units, capacity, expiresAt, lot.isOfCodes() ? Of.CODES : Of.TIMES);
    }

    /** Why it cannot be had. */
    Refusal tooFew(int left) {
        return switch (of) {
            case TIMES -> LotBookings.refusal(left);
            case CODES -> left <= 0 ? Refusal.of(BookingReason.SOLD_OUT, "offerId") : LotBookings.refusal(left);
            case DEAL ->
                left <= 0
                        ? Refusal.of(BookingReason.DEAL_SOLD_OUT, "offerId")
                        : Refusal.of(BookingReason.DEAL_TOO_FEW_LEFT, "quantity", Map.of("left", left));
            case SHARE_OF_DEAL ->
                Refusal.of(
                        BookingReason.DEAL_MOST_EACH, "quantity", Map.of("max", capacity, "left", Math.max(left, 0)));
        };
    }
}
