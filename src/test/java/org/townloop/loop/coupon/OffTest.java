package org.townloop.loop.coupon;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.townloop.base.kernel.Money;

class OffTest {

    @Test
    void aPercentageThatDoesNotDivideIsRoundedInFavourOfWhoeverPays() {
        assertThat(percent(10, null, 12_800)).isEqualTo(1_280);
        assertThat(percent(10, null, 12_801)).isEqualTo(1_281);
        assertThat(percent(33, null, 1)).isEqualTo(1);
    }

    @Test
    void aPercentageIsNeverMoreThanItsLimit() {
        assertThat(percent(50, 3_000L, 12_800)).isEqualTo(3_000);
        assertThat(percent(20, 3_000L, 12_800)).isEqualTo(2_560);
    }

    @Test
    void noPriceIsTooLargeForAPercentage() {
        assertThat(percent(99, null, Long.MAX_VALUE / 2)).isPositive();
    }

    @Test
    void anAmountIsThatAmountWhateverItCosts() {
        assertThat(new Off.Amount(Money.of(1_000, "CNY"))
                        .of(Money.of(500, "CNY"))
                        .minor())
                .isEqualTo(1_000);
    }

    private static long percent(int percent, @Nullable Long most, long price) {
        return new Off.Percent(percent, most == null ? null : Money.of(most, "CNY"))
                .of(Money.of(price, "CNY"))
                .minor();
    }
}
