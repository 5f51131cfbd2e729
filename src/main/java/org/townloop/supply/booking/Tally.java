package org.townloop.supply.booking;

import java.util.ArrayList;
import java.util.List;

/**
 * In how many of some sets of marks each mark is. The counts stand upright, a bit of all of them in each plane, so that 64
 * are counted at once.
 */
final class Tally {

    private final List<long[]> planes = new ArrayList<>();
    private final int words;

    private Tally(int words) {
        this.words = words;
    }

    /** @param marks how many marks each of the sets has */
    static Tally of(List<long[]> sets, int marks) {
        var tally = new Tally(Bits.none(marks).length);
        sets.forEach(tally::add);
        return tally;
    }

    int at(int mark) {
        int count = 0;
        for (int plane = 0; plane < planes.size(); plane++) {
            count |= (int) (planes.get(plane)[mark >>> 6] >>> mark & 1) << plane;
        }
        return count;
    }

    /** As one adds on paper: what is carried goes to the next plane. */
    private void add(long[] set) {
        var carried = set.clone();
        for (int plane = 0; !isNone(carried); plane++) {
            if (plane == planes.size()) {
                planes.add(new long[words]);
            }
            var sums = planes.get(plane);
            for (int word = 0; word < words; word++) {
                var both = sums[word] & carried[word];
                sums[word] ^= carried[word];
                carried[word] = both;
            }
        }
    }

    private static boolean isNone(long[] bits) {
        for (var word : bits) {
            if (word != 0) {
                return false;
            }
        }
        return true;
    }
}
