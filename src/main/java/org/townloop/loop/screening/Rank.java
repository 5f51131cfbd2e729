package org.townloop.loop.screening;

import java.util.Comparator;
import java.util.UUID;

/**
 * Where a hit stands: what can be booked before what cannot, then the smaller number first. The id decides what is equal
 * otherwise, so that no two hits stand at the same place.
 */
record Rank(boolean bookable, double first, double second, UUID id) implements Comparable<Rank> {

    private static final Comparator<Rank> ORDER = Comparator.comparing(Rank::bookable, Comparator.reverseOrder())
            .thenComparingDouble(Rank::first)
            .thenComparingDouble(Rank::second)
            .thenComparing(Rank::id);

    @Override
    public int compareTo(Rank other) {
        return ORDER.compare(this, other);
    }
}
