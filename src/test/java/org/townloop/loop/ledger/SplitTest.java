package org.townloop.loop.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.random.RandomGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.townloop.base.kernel.Money;
import org.townloop.base.region.Shares;

/** FAULTS 17: odd cents, and currencies with no and with three decimals. */
class SplitTest {

    private static final UUID PARTNER = new UUID(0, 7);

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
        for (int i = 0; i < 20_000; i++) {
            var gross = Money.of(1 + random.nextLong(random.nextBoolean() ? 1_000 : 1_000_000_000_000L), currency);
            var platform = random.nextInt(10_001);
            var shares = new Shares(platform, random.nextInt(10_001 - platform), random.nextBoolean() ? PARTNER : null);
            var split = Split.of(gross, shares);
            assertThat(split.merchant().plus(split.partner()).plus(split.platform()))
                    .as("%s of %s", shares, gross)
                    .isEqualTo(gross);
            assertThat(split.merchant().minor()).isNotNegative();
            assertThat(split.partner().minor()).isNotNegative();
            assertThat(split.platform().minor()).isNotNegative();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 99, 12_800})
    void whereThereIsNoPartnerTheMerchantKeepsThatShare(long minor) {
        var gross = Money.of(minor, "CNY");
        assertThat(Split.of(gross, new Shares(0, 300, null)).merchant()).isEqualTo(gross);
    }
}
