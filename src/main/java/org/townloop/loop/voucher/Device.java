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
 * @param dismissed how many of its numbers never arrived, and somebody has looked into that
 * @param overflowed whether it sent more after it was revoked than is kept
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
        long dismissed,
        boolean overflowed,
        @Nullable Duration skew) {

    /** Clocks that differ by more than this are shown to the merchant. */
    public static final Duration SKEW_SHOWN = Duration.ofMinutes(5);

    /**
     * So far the next number may be from the highest that is known: twice what a bundle holds, and in 72 hours without
     * network one scan each 26 seconds, day and night. A number from further on is none that a counter used.
     */
    public static final long LONGEST_STEP = 10_000;

    public boolean isRevoked() {
        return revokedAt != null;
    }

    /** The highest number that it used, as far as we know. */
    public long highest() {
        return Math.max(sequence, claimed);
    }

    /** Whether it may have come to that number by now. */
    public boolean canHaveUsed(long number) {
        return number - highest() <= LONGEST_STEP;
    }

    /**
     * How many numbers it used that never arrived, and nobody has looked into: still waiting on it, or lost with its
     * memory.
     */
    public long missing() {
        return Math.max(0, highest() - arrived - dismissed);
    }

    public boolean isSkewed() {
        return skew != null && skew.abs().compareTo(SKEW_SHOWN) > 0;
    }
}
