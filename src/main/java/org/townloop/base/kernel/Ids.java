package org.townloop.base.kernel;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/**
 * Makes public ids: UUIDs of version 7 (RFC 9562, section 5.7) whose low 24 bits are the region's number. 48 bits are
 * the time in milliseconds, 50 are random.
 */
public final class Ids {

    private static final ThreadLocal<SecureRandom> RANDOM = ThreadLocal.withInitial(SecureRandom::new);

    private Ids() {}

    /** Ids made at the moment or later sort at or above it, those made before below: a span of time is a range of ids. */
    public static UUID lowest(Instant moment) {
        return new UUID(moment.toEpochMilli() << 16, 0);
    }

    public static UUID next(RegionId region, Instant now) {
        var random = new byte[8];
        RANDOM.get().nextBytes(random);
        return of(region, now, ByteBuffer.wrap(random).getLong());
    }

    /** The id for a given random number: whoever must make the same ids again brings the number. */
    public static UUID of(RegionId region, Instant now, long random) {
        var most = (now.toEpochMilli() << 16) | 0x7000L | (random & 0xFFFL);
        var least = 0x8000_0000_0000_0000L | ((random >>> 12) & 0x3F_FFFF_FFFFL) << 24 | region.number();
        return new UUID(most, least);
    }
}
