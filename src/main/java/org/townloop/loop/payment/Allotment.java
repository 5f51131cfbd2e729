package org.townloop.loop.payment;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Parts an amount among orders in proportion to what is left of each. */
final class Allotment {

    private Allotment() {}

    /**
     * Each part is rounded down to a whole unit, and what that leaves goes, a unit each, to the first that have some left.
     *
     * @param left of each, zero or more
     * @return as many parts; together the amount, or all that is left if that is less
     */
    static List<Long> of(long amount, List<Long> left) {
        var all = left.stream().mapToLong(Long::longValue).sum();
        if (amount >= all) {
            return List.copyOf(left);
        }
        var parts = new ArrayList<>(
                left.stream().map(each -> part(amount, each, all)).toList());
        var open = amount - parts.stream().mapToLong(Long::longValue).sum();
        for (int i = 0; open > 0; i++) {
            if (parts.get(i) < left.get(i)) {
                parts.set(i, parts.get(i) + 1);
                open--;
            }
        }
        return parts;
    }

    private static long part(long amount, long left, long all) {
        return BigInteger.valueOf(amount)
                .multiply(BigInteger.valueOf(left))
                .divide(BigInteger.valueOf(all))
                .longValueExact();
    }
}
