package org.townloop.surface.page;

import com.ibm.icu.number.LocalizedNumberFormatter;
import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.number.NumberFormatter.TrailingZeroDisplay;
import com.ibm.icu.number.NumberFormatter.UnitWidth;
import com.ibm.icu.number.Precision;
import com.ibm.icu.util.Currency;
import com.ibm.icu.util.CurrencyAmount;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import org.townloop.base.kernel.Money;

/**
 * Numbers as people read them.
 *
 * @param home the currency whose sign needs no country before it
 */
public record Formats(Locale locale, java.util.Currency home, Times times) {

    /** As on a price tag: ¥88, ¥88.50. */
    public String money(Money money) {
        return currency(money)
                .precision(Precision.fixedFraction(money.exponent())
                        .trailingZeroDisplay(TrailingZeroDisplay.HIDE_IF_WHOLE))
                .format(amount(money))
                .toString();
    }

    /** As in a statement: always with all decimals. */
    public String exact(Money money) {
        return currency(money)
                .precision(Precision.fixedFraction(money.exponent()))
                .format(amount(money))
                .toString();
    }

    public String count(long number) {
        return NumberFormatter.withLocale(locale).format(number).toString();
    }

    /** One decimal: 4.7. */
    public String score(double score) {
        return NumberFormatter.withLocale(locale)
                .precision(Precision.fixedFraction(1))
                .format(score)
                .toString();
    }

    /** A share of 1, in whole percent. */
    public String percent(double share) {
        return Math.round(share * 100) + (chinese() ? "%" : "\u00a0%");
    }

    /** Metres in steps that one can walk by, kilometres from one on. */
    public String distance(double metres) {
        if (metres < 1000) {
            var rounded = metres < 100 ? Math.round(metres / 10) * 10 : Math.round(metres / 50) * 50;
            return rounded < 1000 ? rounded + (chinese() ? " 米" : " m") : distance(1000);
        }
        var kilometres = NumberFormatter.withLocale(locale)
                .precision(
                        metres < 10_000
                                ? Precision.fixedFraction(1).trailingZeroDisplay(TrailingZeroDisplay.HIDE_IF_WHOLE)
                                : Precision.integer())
                .format(metres / 1000);
        return kilometres + (chinese() ? " 公里" : " km");
    }

    /** Hours and minutes: 1 h 30 min. */
    public String duration(Duration duration) {
        var hours = duration.toHours();
        var minutes = duration.toMinutesPart();
        var inHours = hours + (chinese() ? " 小时" : " h");
        var inMinutes = minutes + (chinese() ? " 分钟" : " min");
        return hours == 0 ? inMinutes : minutes == 0 ? inHours : inHours + " " + inMinutes;
    }

    private LocalizedNumberFormatter currency(Money money) {
        return NumberFormatter.withLocale(locale)
                .unitWidth(
                        money.currency().equals(home)
                                ? UnitWidth.NARROW
                                : looksLikeHome(money.currency()) ? UnitWidth.ISO_CODE : UnitWidth.SHORT);
    }

    /** In English a plain ¥ is yen; in a town of yuan it must not be. */
    private boolean looksLikeHome(java.util.Currency foreign) {
        return symbol(foreign, Currency.SYMBOL_NAME).equals(symbol(home, Currency.NARROW_SYMBOL_NAME));
    }

    private String symbol(java.util.Currency currency, int style) {
        return Currency.fromJavaCurrency(currency).getName(locale, style, null);
    }

    private static CurrencyAmount amount(Money money) {
        return new CurrencyAmount(
                BigDecimal.valueOf(money.minor(), money.exponent()), Currency.fromJavaCurrency(money.currency()));
    }

    private boolean chinese() {
        return locale.getLanguage().equals("zh");
    }
}
