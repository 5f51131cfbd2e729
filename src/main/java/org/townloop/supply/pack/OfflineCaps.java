package org.townloop.supply.pack;

import java.util.Currency;
import java.util.Map;
import org.townloop.base.kernel.Money;

/**
 * How much a counter without a network may accept of vouchers that its bundle does not know.
 *
 * @param mostUnits of one voucher at a time
 * @param mostValueMinor of one scan, in minor units by ISO 4217 code; a currency that is not named is not accepted
 */
public record OfflineCaps(int mostUnits, Map<String, Long> mostValueMinor) {

    /** Nothing is accepted without a network. */
    public static final OfflineCaps NONE = new OfflineCaps(0, Map.of());

    public Money mostValue(Currency currency) {
        return new Money(mostValueMinor.getOrDefault(currency.getCurrencyCode(), 0L), currency);
    }
}
