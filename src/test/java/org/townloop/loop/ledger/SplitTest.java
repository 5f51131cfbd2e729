package org.townloop.loop.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.townloop.base.kernel.Money;
import org.townloop.base.region.Shares;

/** FAULTS 17: odd cents, and currencies with no and with three decimals. */
class SplitTest {

    private static final UUID PARTNER = new UUID(0, 7);
    private static final UUID REFERRER = new UUID(0, 8);

    @ParameterizedTest
    @CsvSource({
        // gross, platform bp, partner bp: platform, partner, merchant
        "12800, CNY, 500, 200, 640, 256, 11904",
        "1, CNY, 500, 200, 0, 0, 1",
        "99, CNY, 500, 200, 4, 1, 94",
        "1001, JPY, 333, 333, 33, 33, 935",
        "1234567, KWD, 1, 9999, 123, 1234443, 1",
        "100, CNY, 10000, 0, 100, 0, 0",
    })
    void theSharesAreRoundedDownAndTheMerchantHasTheRest(
            long gross, String currency, int platformShare, int partnerShare, long platform, long partner, long rest) {
        var split = Split.of(Money.of(gross, currency), new Shares(platformShare, partnerShare, PARTNER));
        assertThat(split.platform().minor()).isEqualTo(platform);
        assertThat(split.partner().minor()).isEqualTo(partner);
        assertThat(split.merchant().minor()).isEqualTo(rest);
    }

    @ParameterizedTest
    @ValueSource(strings = {"JPY", "CNY", "KWD"})
    void thePartsOfAnyAmountAddUpExactlyAndNoneIsNegative(String currency) {
        var random = RandomGenerator.of("L64X128MixRandom");
        for (int i = 0; i < 50_000; i++) {
            var gross = Money.of(1 + random.nextLong(1L << random.nextInt(1, 54)), currency);
            var platform = random.nextInt(Shares.WHOLE + 1);
            var partner = random.nextInt(Shares.WHOLE + 1 - platform);
            var referrer = random.nextInt(Shares.WHOLE + 1 - platform - partner);
            var shares = new Shares(
                    platform,
                    partner,
                    random.nextBoolean() ? PARTNER : null,
                    referrer,
                    random.nextBoolean() ? REFERRER : null);
            requireWhole(gross, shares, Split.of(gross, shares));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 9_999, 10_001, (1L << 53) - 1, 1L << 53, Long.MAX_VALUE})
    void noAmountIsTooLargeToBeSplit(long minor) {
        var shares = new Shares(3_333, 3_333, PARTNER, 3_333, REFERRER);
        requireWhole(Money.of(minor, "CNY"), shares, Split.of(Money.of(minor, "CNY"), shares));
    }

    /** The control: a split that rounds each part for itself loses or makes a unit. */
    @ParameterizedTest
    @ValueSource(longs = {1, 99, 101})
    void partsThatAreEachRoundedForThemselvesDoNotAddUp(long minor) {
        var parts = IntStream.of(3_333, 3_333, 3_334)
                .mapToLong(rate -> Math.round(minor * rate / 10_000.0))
                .sum();
        assertThat(parts == minor).isEqualTo(minor == 99);
    }

    private static void requireWhole(Money gross, Shares shares, Split split) {
        assertThat(split.merchant().plus(split.partner()).plus(split.platform()).plus(split.referrer()))
                .as("%s of %s", shares, gross)
                .isEqualTo(gross);
        assertThat(split.merchant().minor()).isNotNegative();
        requirePart(gross, shares.platformBasisPoints(), split.platform());
        requirePart(gross, shares.partner() == null ? 0 : shares.partnerBasisPoints(), split.partner());
        requirePart(gross, shares.referrer() == null ? 0 : shares.referrerBasisPoints(), split.referrer());
        var exact = exactly(gross, shares.platformBasisPoints())
                .add(shares.partner() == null ? BigInteger.ZERO : exactly(gross, shares.partnerBasisPoints()))
                .add(shares.referrer() == null ? BigInteger.ZERO : exactly(gross, shares.referrerBasisPoints()));
        var others = gross.minus(split.merchant()).minor();
        assertThat(BigInteger.valueOf(split.rounding()))
                .isEqualTo(exact.subtract(BigInteger.valueOf(others).multiply(BigInteger.valueOf(10_000))));
    }

    /** Never more than the exact share, and less than a unit below it. */
    private static void requirePart(Money gross, int rate, Money part) {
        assertThat(BigInteger.valueOf(part.minor()))
                .isEqualTo(exactly(gross, rate).divide(BigInteger.valueOf(10_000)));
    }

    /** In ten-thousandths of a minor unit. */
    private static BigInteger exactly(Money gross, int rate) {
        return BigInteger.valueOf(gross.minor()).multiply(BigInteger.valueOf(rate));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 99, 12_800})
    void whereThereIsNoPartnerTheMerchantKeepsThatShare(long minor) {
        var gross = Money.of(minor, "CNY");
        assertThat(Split.of(gross, new Shares(0, 300, null)).merchant()).isEqualTo(gross);
    }
}
