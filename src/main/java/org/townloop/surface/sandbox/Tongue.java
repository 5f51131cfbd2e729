package org.townloop.surface.sandbox;

import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.CurrencyAmount;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Money;

/** The language of a page. */
record Tongue(Locale locale, ResourceBundle texts) {

    /**
     * @param wanted the language asked for by name, or null
     * @param accepted the value of Accept-Language, or null
     */
    static Tongue of(@Nullable String wanted, @Nullable String accepted) {
        var locale = locale(wanted != null && !wanted.isBlank() ? wanted : accepted);
        return new Tongue(
                locale,
                ResourceBundle.getBundle(
                        "messages/sandbox",
                        locale,
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
    }

    String t(String key) {
        return texts.getString(key);
    }

    String t(String key, Map<String, Object> arguments) {
        return new MessageFormat(texts.getString(key), locale).format(arguments);
    }

    String money(Money money) {
        return NumberFormatter.withLocale(locale)
                .format(new CurrencyAmount(
                        BigDecimal.valueOf(money.minor(), money.exponent()),
                        com.ibm.icu.util.Currency.fromJavaCurrency(money.currency())))
                .toString();
    }

    /** The code of this language on a page. */
    String language() {
        return locale.toLanguageTag();
    }

    /** The code of the other one. */
    String other() {
        return locale.equals(Locale.ENGLISH) ? "zh-CN" : "en";
    }

    /** The first of the two that the reader prefers; English for readers of neither. */
    private static Locale locale(@Nullable String languages) {
        try {
            var ranges = Locale.LanguageRange.parse(languages == null ? "en" : languages);
            var found = Locale.lookup(ranges, List.of(Locale.ENGLISH, Locale.CHINESE));
            return Locale.CHINESE.equals(found) ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
        } catch (IllegalArgumentException e) {
            return Locale.ENGLISH;
        }
    }
}
