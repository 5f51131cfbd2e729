package org.townloop.loop.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.townloop.base.kernel.Money;

class TaxTest {

    @Test
    void aPriceThatIncludesTheTaxIsPartedByIt() {
        var taxed = new Tax(600, true).of(Money.of(10_600, "CNY"));
        assertThat(taxed)
                .isEqualTo(new Tax.Taxed(Money.of(10_000, "CNY"), Money.of(600, "CNY"), Money.of(10_600, "CNY")));
    }

    @Test
    void oneThatDoesNotGetsItOnTop() {
        var taxed = new Tax(1_900, false).of(Money.of(10_000, "EUR"));
        assertThat(taxed)
                .isEqualTo(new Tax.Taxed(Money.of(10_000, "EUR"), Money.of(1_900, "EUR"), Money.of(11_900, "EUR")));
    }

    @Test
    void halfAUnitIsRoundedUp() {
        assertThat(new Tax(10_000 / 2, false).of(Money.of(1, "JPY")).tax()).isEqualTo(Money.of(1, "JPY"));
        assertThat(new Tax(0, true).of(Money.of(7, "JPY")).tax()).isEqualTo(Money.of(0, "JPY"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"JPY", "CNY", "KWD"})
    void partsAddUpHoweverOddTheyAre(String code) {
        var random = new Random(20261127);
        for (int round = 0; round < 2_000; round++) {
            var tax = new Tax(random.nextInt(Tax.MOST_BASIS_POINTS + 1), random.nextBoolean());
            var most = random.nextBoolean() ? 500 : 1L << 50;
            var parts = IntStream.range(0, 1 + random.nextInt(6))
                    .mapToObj(i -> Money.of(random.nextLong(most), code))
                    .toList();
            requireSum(tax, parts);
        }
    }

    private static void requireSum(Tax tax, List<Money> parts) {
        var zero = Money.zero(Currency.getInstance(parts.getFirst().currency().getCurrencyCode()));
        var whole = tax.of(parts.stream().reduce(zero, Money::plus));
        var taxed = tax.of(parts);
        assertThat(taxed.stream().map(Tax.Taxed::net).reduce(zero, Money::plus)).isEqualTo(whole.net());
        assertThat(taxed.stream().map(Tax.Taxed::tax).reduce(zero, Money::plus)).isEqualTo(whole.tax());
        assertThat(taxed)
                .allSatisfy(each -> assertThat(each.net().plus(each.tax())).isEqualTo(each.gross()));
    }
}
