package org.townloop.surface.desk;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.supply.offer.AtShop;
import org.townloop.supply.offer.OfferReason;
import org.townloop.surface.page.Typed;

/** Reads whether an offer may be paid at the shop, and within what. */
record AtShopForm(Currency currency, Map<String, List<String>> typed) {

    static final String HOW = "atShop";

    /** How many unpaid orders of one resident are suggested. */
    private static final String USUALLY_OPEN = "2";

    /** Nothing if it is paid online. */
    Outcome<Optional<AtShop>> read() {
        var how = plain(HOW);
        if (!how.equals("beside") && !how.equals("only")) {
            return Outcome.done(Optional.empty());
        }
        var open = Saved.number(typed, "shopOpen", Saved.UNREADABLE);
        if (open < 1 || open > AtShop.MOST_OPEN) {
            return Outcome.refused(
                    Refusal.of(OfferReason.AT_SHOP_OPEN_INVALID, "shopOpen", Map.of("max", AtShop.MOST_OPEN)));
        }
        var most = plain("shopMost");
        var minor = Typed.minor(most, currency.getDefaultFractionDigits()).filter(amount -> amount > 0);
        return most.isEmpty() || minor.isPresent()
                ? Outcome.done(Optional.of(new AtShop(how.equals("only"), minor.orElse(null), open)))
                : Outcome.refused(Refusal.of(DeskReason.PRICE_UNREADABLE, "shopMost"));
    }

    /** As the form shows what an offer says. */
    static void put(Map<String, List<String>> fields, @Nullable AtShop atShop, Money price) {
        fields.put(HOW, List.of(atShop == null ? "no" : atShop.only() ? "only" : "beside"));
        fields.put("shopOpen", List.of(atShop == null ? USUALLY_OPEN : Integer.toString(atShop.mostOpen())));
        if (atShop != null && atShop.mostMinor() != null) {
            fields.put(
                    "shopMost",
                    List.of(BigDecimal.valueOf(atShop.mostMinor(), price.exponent())
                            .stripTrailingZeros()
                            .toPlainString()));
        }
    }

    /** As an empty form shows it. */
    static void putUsual(Map<String, List<String>> fields) {
        fields.put("shopOpen", List.of(USUALLY_OPEN));
    }

    private String plain(String name) {
        return typed.getOrDefault(name, List.of("")).getFirst().strip();
    }
}
