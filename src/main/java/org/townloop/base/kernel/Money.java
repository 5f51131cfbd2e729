package org.townloop.base.kernel;

import java.util.Arrays;
import java.util.Currency;

/**
 * An amount in integer minor units of an ISO 4217 currency: 12800 CNY is 128.00 yuan, 128 JPY is 128 yen.
 *
 * @param minor the amount in minor units; may be negative
 */
public record Money(long minor, Currency currency) {

    public static Money of(long minor, String currencyCode) {
        return new Money(minor, Currency.getInstance(currencyCode));
    }

    public static Money zero(Currency currency) {
        return new Money(0, currency);
    }

    public Money plus(Money other) {
        requireSameCurrency(other);
        return new Money(Math.addExact(minor, other.minor), currency);
    }

    public Money minus(Money other) {
        requireSameCurrency(other);
        return new Money(Math.subtractExact(minor, other.minor), currency);
    }

    public Money times(int count) {
        return new Money(Math.multiplyExact(minor, count), currency);
    }

    /** The share in hundredths of a percent, rounded down to a whole minor unit. */
    public Money basisPoints(int basisPoints) {
        // Cut in two, so that no amount that fits is too large for its share.
        var ofTenThousands = Math.multiplyExact(Math.floorDiv(minor, 10_000L), basisPoints);
        var ofRest = Math.floorDiv(Math.floorMod(minor, 10_000L) * basisPoints, 10_000L);
        return new Money(Math.addExact(ofTenThousands, ofRest), currency);
    }

    /**
     * Splits the amount by weights; the parts add up to it exactly. What rounding leaves goes, a unit each, to the
     * first parts.
     *
     * @throws IllegalArgumentException if no weight is positive or one is negative
     */
    public Money[] allocate(int... weights) {
        var sum = Arrays.stream(weights).asLongStream().sum();
        if (sum <= 0 || Arrays.stream(weights).anyMatch(weight -> weight < 0)) {
            throw new IllegalArgumentException("weights must be positive: " + Arrays.toString(weights));
        }
        var parts = new long[weights.length];
        var left = minor;
        for (int i = 0; i < weights.length; i++) {
            parts[i] = Math.floorDiv(Math.multiplyExact(minor, weights[i]), sum);
            left -= parts[i];
        }
        for (int i = 0; left > 0; i = (i + 1) % parts.length) {
            if (weights[i] > 0) {
                parts[i]++;
                left--;
            }
        }
        return Arrays.stream(parts).mapToObj(part -> new Money(part, currency)).toArray(Money[]::new);
    }

    public boolean isZero() {
        return minor == 0;
    }

    public boolean isPositive() {
        return minor > 0;
    }

    /** How many decimals the currency has: 2 for CNY, 0 for JPY, 3 for KWD. */
    public int exponent() {
        return Math.max(0, currency.getDefaultFractionDigits());
    }

    private void requireSameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException(currency + " and " + other.currency + " do not add");
        }
    }
}
