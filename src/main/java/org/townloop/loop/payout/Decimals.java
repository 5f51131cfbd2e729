package org.townloop.loop.payout;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import org.townloop.base.kernel.Money;

/** Amounts as banks write them: a point, all decimals of the currency, no sign of it. */
final class Decimals {

    private Decimals() {}

    static String of(Money money) {
        return BigDecimal.valueOf(money.minor(), money.exponent()).toPlainString();
    }

    /** @return empty if it is no amount in that currency */
    static Optional<Money> read(String amount, String currency) {
        try {
            var unit = Currency.getInstance(currency.strip());
            var minor = new BigDecimal(amount.strip()).movePointRight(Math.max(0, unit.getDefaultFractionDigits()));
            return Optional.of(new Money(minor.longValueExact(), unit));
        } catch (IllegalArgumentException | ArithmeticException e) {
            return Optional.empty();
        }
    }
}
