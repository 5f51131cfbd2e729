package org.townloop.base.kernel;

/**
 * The number of a region. It stands in the low 24 bits of every id made there, so that an id alone finds its shard.
 *
 * @param number 1 to 16,777,215
 */
public record RegionId(int number) implements Comparable<RegionId> {

    public RegionId {
        if (number < 1 || number > 0xFF_FFFF) {
            throw new IllegalArgumentException("a region's number is 1 to 16777215, not " + number);
        }
    }

    /**
     * The region in which the id was made.
     *
     * @throws Absent if it names none: such an id was made nowhere, so nothing has it
     */
    public static RegionId of(java.util.UUID id) {
        if (!isIn(id)) {
            throw new Absent("id " + id);
        }
        return new RegionId((int) (id.getLeastSignificantBits() & 0xFF_FFFF));
    }

    /** Whether the id names a region at all; an id from outside may not. */
    public static boolean isIn(java.util.UUID id) {
        return (id.getLeastSignificantBits() & 0xFF_FFFF) != 0;
    }

    @Override
    public int compareTo(RegionId other) {
        return Integer.compare(number, other.number);
    }
}
