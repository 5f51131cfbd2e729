package org.townloop.loop.invoice;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.townloop.base.kernel.Money;

/**
 * How a merchant's sales are taxed, as it stood when an invoice was issued.
 *
 * @param basisPoints the rate in hundredths of a percent, 0 to {@value #MOST_BASIS_POINTS}
 * @param included whether the prices include it; if not, it comes on top and is paid to the merchant
 */
public record Tax(int basisPoints, boolean included) {

    /** The highest rate that is taken. */
    public static final int MOST_BASIS_POINTS = 5_000;

    private static final int WHOLE = 10_000;

    /** An amount with its tax: {@code net + tax = gross}. */
    public record Taxed(Money net, Money tax, Money gross) {}

    public Tax {
        if (basisPoints < 0 || basisPoints > MOST_BASIS_POINTS) {
            throw new IllegalArgumentException("a rate of " + basisPoints + " basis points");
        }
    }

    /** Rounded half up to a minor unit: the net amount where prices include the tax, else the tax. */
    public Taxed of(Money paid) {
        if (included) {
            var net = rounded(paid, WHOLE, WHOLE + basisPoints);
            return new Taxed(net, paid.minus(net), paid);
        }
        var tax = rounded(paid, basisPoints, WHOLE);
        return new Taxed(paid, tax, paid.plus(tax));
    }

    /**
     * Each part with its tax, so that they add up to the whole: what the first so many are together is rounded, and the
     * next gets the difference.
     */
    public List<Taxed> of(List<Money> parts) {
        var taxed = new ArrayList<Taxed>();
        Money sum = null;
        for (var part : parts) {
            var before = of(sum == null ? Money.zero(part.currency()) : sum);
            sum = sum == null ? part : sum.plus(part);
            taxed.add(difference(of(sum), before));
        }
        return List.copyOf(taxed);
    }

    static Taxed difference(Taxed after, Taxed before) {
        return new Taxed(
                after.net().minus(before.net()),
                after.tax().minus(before.tax()),
                after.gross().minus(before.gross()));
    }

    private static Money rounded(Money amount, int times, int by) {
        var exact = BigDecimal.valueOf(amount.minor()).multiply(BigDecimal.valueOf(times));
        return new Money(
                exact.divide(BigDecimal.valueOf(by), 0, RoundingMode.HALF_UP).longValueExact(), amount.currency());
    }
}
