package org.townloop.loop.checkout;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Parts an amount in proportion, by largest remainder (Hamilton's method). */
final class Parting {

    private Parting() {}

    /**
     * Each part is rounded down to a whole unit; the units that are left go to where the most was cut off, the first among
     * equals.
     *
     * @param amount zero or more
     * @param left as much as each can bear, zero or more; in this proportion it is parted
     * @return as many parts, none of them more than it can bear; together the amount
     * @throws IllegalArgumentException if all of them together can bear less
     */
    static List<Long> of(long amount, List<Long> left) {
        var all = left.stream().mapToLong(Long::longValue).sum();
        if (amount > all) {
            throw new IllegalArgumentException(amount + " is more than all of " + left);
        }
        if (amount == all) {
            return List.copyOf(left);
        }
        var whole = BigInteger.valueOf(all);
        var exact = left.stream()
                .map(each -> BigInteger.valueOf(amount)
                        .multiply(BigInteger.valueOf(each))
                        .divideAndRemainder(whole))
                .toList();
        var parts = new ArrayList<>(
                exact.stream().map(each -> each[0].longValueExact()).toList());
        var open = amount - parts.stream().mapToLong(Long::longValue).sum();
        IntStream.range(0, parts.size())
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> exact.get(i)[1]).reversed())
                .limit(open)
                .forEach(i -> parts.set(i, parts.get(i) + 1));
        return parts;
    }
}
