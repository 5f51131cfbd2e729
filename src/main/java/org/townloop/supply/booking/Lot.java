package org.townloop.supply.booking;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import org.townloop.base.kernel.RegionId;

/**
 * What there are only so many of at a moment: the seats of a session, the rooms of a type in a night, the pieces of a deal.
 *
 * @param subject the offer or resource whose they are
 * @param start of the session or night
 */
record Lot(UUID subject, Instant start) implements Comparable<Lot> {

    private static final Comparator<Lot> ORDER =
            Comparator.comparing(Lot::subject).thenComparing(Lot::start);

    /** The codes of an offer: they are of no time. */
    static Lot ofCodes(UUID offer) {
        return new Lot(offer, Instant.EPOCH);
    }

    /** The pieces of a deal: they are of no time. */
    static Lot ofDeal(UUID deal) {
        return new Lot(deal, Instant.EPOCH);
    }

    /** What one person may have of a deal: its name is made of both, as by RFC 9562, section 5.8, in the deal's region. */
    static Lot ofDeal(UUID deal, UUID person) {
        var name = ByteBuffer.allocate(32)
                .putLong(deal.getMostSignificantBits())
                .putLong(deal.getLeastSignificantBits())
                .putLong(person.getMostSignificantBits())
                .putLong(person.getLeastSignificantBits());
        var hash = ByteBuffer.wrap(sha256(name.array()));
        var most = (hash.getLong() & ~0xF000L) | 0x8000L;
        var least = (hash.getLong() & 0x3FFF_FFFF_FF00_0000L) | 0x8000_0000_0000_0000L;
        return new Lot(new UUID(most, least | RegionId.of(deal).number()), Instant.EPOCH);
    }

    private static byte[] sha256(byte[] name) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(name);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean isOfCodes() {
        return start.equals(Instant.EPOCH);
    }

    int region() {
        return RegionId.of(subject).number();
    }

    @Override
    public int compareTo(Lot other) {
        return ORDER.compare(this, other);
    }
}
