package org.townloop.supply.booking;

import java.util.ArrayList;
import java.util.List;

/** Sets of marks, 64 to a word; the first mark is the lowest bit of the first word. */
final class Bits {

    private Bits() {}

    static long[] none(int marks) {
        return new long[(marks + 63) >>> 6];
    }

    static void set(long[] bits, int from, int to) {
        for (int word = from >>> 6; word << 6 < to; word++) {
            bits[word] |= mask(word, from, to);
        }
    }

    static void clear(long[] bits, int from, int to) {
        for (int word = from >>> 6; word << 6 < to; word++) {
            bits[word] &= ~mask(word, from, to);
        }
    }

    /** Whether all marks from the first up to, not including, the last are in the set. */
    static boolean all(long[] bits, int from, int to) {
        for (int word = from >>> 6; word << 6 < to; word++) {
            var mask = mask(word, from, to);
            if ((bits[word] & mask) != mask) {
                return false;
            }
        }
        return true;
    }

    /** Whether any mark from the first up to, not including, the last is in the set. */
    static boolean any(long[] bits, int from, int to) {
        for (int word = from >>> 6; word << 6 < to; word++) {
            if ((bits[word] & mask(word, from, to)) != 0) {
                return true;
            }
        }
        return false;
    }

    /** The first mark of the set from there on, or -1. */
    static int next(long[] bits, int from) {
        var word = from >>> 6;
        if (word >= bits.length) {
            return -1;
        }
        var rest = bits[word] & -1L << from;
        while (rest == 0) {
            if (++word == bits.length) {
                return -1;
            }
            rest = bits[word];
        }
        return (word << 6) + Long.numberOfTrailingZeros(rest);
    }

    static void or(long[] into, long[] other) {
        for (int word = 0; word < into.length; word++) {
            into[word] |= other[word];
        }
    }

    static void and(long[] into, long[] other) {
        for (int word = 0; word < into.length; word++) {
            into[word] &= other[word];
        }
    }

    /**
     * The marks at which a run of that many begins. Each pass doubles the runs that are known: log2 of the length.
     *
     * @param length at least 1
     */
    static long[] runs(long[] bits, int length) {
        var runs = bits.clone();
        for (int known = 1; known < length; ) {
            var step = Math.min(known, length - known);
            and(runs, earlier(runs, step));
            known += step;
        }
        return runs;
    }

    /** The marks that are in at least so many of the sets. */
    static long[] atLeast(List<long[]> sets, int least, int marks) {
        var reached = new ArrayList<long[]>();
        for (int count = 0; count <= least; count++) {
            reached.add(none(marks));
        }
        set(reached.getFirst(), 0, marks);
        for (var set : sets) {
            for (int count = least; count > 0; count--) {
                var one = reached.get(count - 1).clone();
                and(one, set);
                or(reached.get(count), one);
            }
        }
        return reached.getLast();
    }

    /** Each mark moved towards the beginning; what would lie before it is gone. */
    static long[] earlier(long[] bits, int by) {
        var moved = new long[bits.length];
        var words = by >>> 6;
        for (int word = 0; word + words < bits.length; word++) {
            moved[word] = bits[word + words] >>> by;
            if ((by & 63) != 0 && word + words + 1 < bits.length) {
                moved[word] |= bits[word + words + 1] << -by;
            }
        }
        return moved;
    }

    /** Each mark moved towards the end; what would lie after it is gone. */
    static long[] later(long[] bits, int by) {
        if (by == 0) {
            return bits;
        }
        var moved = new long[bits.length];
        var words = by >>> 6;
        for (int word = bits.length - 1; word >= words; word--) {
            moved[word] = bits[word - words] << by;
            if ((by & 63) != 0 && word - words - 1 >= 0) {
                moved[word] |= bits[word - words - 1] >>> -by;
            }
        }
        return moved;
    }

    private static long mask(int word, int from, int to) {
        var low = from <= word << 6 ? -1L : -1L << from;
        var high = to >= (word + 1) << 6 ? -1L : (1L << to) - 1;
        return low & high;
    }
}
