package org.townloop.base.kernel;

import com.ibm.icu.util.Currency.CurrencyUsage;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Map;

/** What can be paid in coins and notes. */
public final class Cash {

    /** Smaller coins that are still good, and that nobody has: a tenth of a yuan is the least that is given out. */
    private static final Map<String, Long> IN_USE = Map.of("CNY", 10L);

    private Cash() {}

    /**
     * The smallest amount that is paid in cash, in minor units: 5 for CHF, 100 for SEK, 10 for CNY, 1 where nothing else is known.
     * Source: Unicode CLDR, supplemental data, {@code currencyData}, {@code cashDigits} and {@code cashRounding}.
     */
    public static long step(Currency currency) {
        var known = com.ibm.icu.util.Currency.getInstance(currency.getCurrencyCode());
        var rounding = BigDecimal.valueOf(known.getRoundingIncrement(CurrencyUsage.CASH));
        var digits = BigDecimal.ONE.movePointLeft(known.getDefaultFractionDigits(CurrencyUsage.CASH));
        var minorUnits = rounding.max(digits).movePointRight(Math.max(0, currency.getDefaultFractionDigits()));
        var inUse = IN_USE.getOrDefault(currency.getCurrencyCode(), 1L);
        return Math.max(inUse, minorUnits.setScale(0, RoundingMode.HALF_UP).longValueExact());
    }
}
