package org.townloop.loop.voucher;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.townloop.base.identity.TokenId;
import org.townloop.supply.merchant.PlaceId;

/**
 * A counter's telephone or tablet, enrolled with a key of its own that never leaves it.
 *
 * @param syncedAt when it last reached us
 * @param sequence the highest number of its scans that arrived
 * @param claimed the highest number that it says it used
 * @param arrived how many of its numbered scans arrived
 * @param skew our clock less its own when last measured, null before
 */
public record Device(
        DeviceId id,
        PlaceId place,
        String name,
        DeviceKey key,
        TokenId token,
        Instant enrolledAt,
        @Nullable Instant revokedAt,
        @Nullable Instant syncedAt,
        long sequence,
        long claimed,
        long arrived,
        @Nullable Duration skew) {

    /** Clocks that differ by more than this are shown to the merchant. */
    public static final Duration SKEW_SHOWN = Duration.ofMinutes(5);

    public boolean isRevoked() {
        return revokedAt != null;
    }

    /** How many numbers it used that never arrived: still waiting on it, or lost with its memory. */
    public long missing() {
        return Math.max(sequence, claimed) - arrived;
    }

    public boolean isSkewed() {
        return skew != null && skew.abs().compareTo(SKEW_SHOWN) > 0;
    }
}
