package org.townloop.supply.offer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.townloop.base.kernel.Cash;
import org.townloop.base.kernel.Money;

/** What of a price is paid when booking: by pencil, and for any price. */
class DepositTest {

    private static final List<String> CURRENCIES = List.of("CNY", "USD", "JPY", "KWD", "CHF", "SEK", "TND", "CLP");

    /** 2, 0 and 3 decimals; francs are paid in fives of a hundredth, crowns in whole ones. */
    @ParameterizedTest
    @CsvSource({
        "CNY, 20000, 30, 6000, 14000",
        "CNY, 12800, 30, 3840, 8960",
        "CNY, 9999, 30, 2999, 7000",
        "CNY, 1, 30, 1, 0",
        "CNY, 2, 10, 2, 0",
        "CNY, 12345, 30, 3695, 8650",
        "CNY, 0, 30, 0, 0",
        "JPY, 5500, 30, 1650, 3850",
        "JPY, 99, 50, 49, 50",
        "KWD, 12345, 30, 3703, 8642",
        "CHF, 9990, 30, 2995, 6995",
        "CHF, 7, 30, 2, 5",
        "SEK, 19950, 30, 5950, 14000",
        "SEK, 90, 30, 90, 0"
    })
    void byPencil(String currency, long price, int percent, long now, long later) {
        var deposit = new Deposit(percent);
        assertThat(deposit.of(Money.of(price, currency))).isEqualTo(Money.of(now, currency));
        assertThat(deposit.balance(Money.of(price, currency))).isEqualTo(Money.of(later, currency));
    }

    @Test
    void bothAreThePriceAndTheRestCanBePaidInCash() {
        var random = new Random(20261122);
        for (int i = 0; i < 50_000; i++) {
            var currency = CURRENCIES.get(random.nextInt(CURRENCIES.size()));
            var price = Money.of(random.nextLong(1, 50_000_000), currency);
            var deposit = new Deposit(random.nextInt(1, Deposit.MOST + 1));
            var step = Cash.step(price.currency());
            var now = deposit.of(price);
            var later = deposit.balance(price);
            assertThat(now.plus(later)).isEqualTo(price);
            assertThat(now.minor()).isPositive();
            assertThat(later.minor()).isNotNegative();
            assertThat(later.minor() % step).isZero();
            assertThat(now.minor() * 100)
                    .as("%s of %s", deposit, price)
                    .isLessThanOrEqualTo(Math.max(price.minor() * deposit.percent(), 100 * step));
            assertThat(price.minor() * deposit.percent() - now.minor() * 100).isLessThan(100 * step);
        }
    }

    @Test
    void allOrNothingIsNoDeposit() {
        assertThatThrownBy(() -> new Deposit(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Deposit(91)).isInstanceOf(IllegalArgumentException.class);
    }
}
