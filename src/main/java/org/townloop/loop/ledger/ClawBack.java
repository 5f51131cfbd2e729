package org.townloop.loop.ledger;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.townloop.base.kernel.Money;

/**
 * What each of those who earned an order's money gives back of it, in the proportions in which they have it. Each part
 * is rounded down to a whole minor unit; the units that are left go to where the most was cut off, the merchant first
 * among equals. So the parts add up exactly, and nobody gives back more than he had (the largest-remainder method).
 */
public record ClawBack(Money merchant, Money partner, Money platform, Money referrer) {

    private record Cut(int place, long whole, BigInteger rest) {}

    /**
     * @param had what each has of the order now, in the order of the components
     * @throws Overdrawn if that is less than the amount
     */
    static ClawBack of(Money amount, List<Money> had) {
        var all = had.stream().map(Money::minor).mapToLong(Long::longValue).sum();
        if (amount.minor() > all) {
            throw new Overdrawn(amount.minor() + " cannot be taken back of the " + all + " that were released");
        }
        var cuts = new ArrayList<Cut>();
        for (int place = 0; place < had.size(); place++) {
            cuts.add(cut(place, amount.minor(), had.get(place).minor(), all));
        }
        var parts = new long[had.size()];
        cuts.forEach(cut -> parts[cut.place()] = cut.whole());
        var left = amount.minor() - cuts.stream().mapToLong(Cut::whole).sum();
        cuts.sort(Comparator.comparing(Cut::rest).reversed());
        cuts.stream().limit(left).forEach(cut -> parts[cut.place()]++);
        var currency = amount.currency();
        return new ClawBack(
                new Money(parts[0], currency),
                new Money(parts[1], currency),
                new Money(parts[2], currency),
                new Money(parts[3], currency));
    }

    private static Cut cut(int place, long amount, long had, long all) {
        var exact = BigInteger.valueOf(amount)
                .multiply(BigInteger.valueOf(had))
                .divideAndRemainder(BigInteger.valueOf(Math.max(1, all)));
        return new Cut(place, exact[0].longValueExact(), exact[1]);
    }
}
