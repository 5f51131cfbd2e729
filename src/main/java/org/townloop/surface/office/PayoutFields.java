package org.townloop.surface.office;

import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.loop.payout.Cycle;
import org.townloop.loop.payout.Debtor;
import org.townloop.loop.payout.PayoutReason;
import org.townloop.loop.payout.PayoutSetting;
import org.townloop.loop.payout.PayoutTerms;
import org.townloop.surface.page.Cycles;
import org.townloop.surface.page.Typed;

/** Reads what a region says of payouts from a form; what is empty is inherited. */
final class PayoutFields {

    private PayoutFields() {}

    static Outcome<PayoutSetting> read(Map<String, List<String>> typed, Currency currency) {
        return Cycles.read(Typed.text(typed, "cycle")).then(cycle -> read(typed, currency, cycle));
    }

    private static Outcome<PayoutSetting> read(
            Map<String, List<String>> typed, Currency currency, Optional<Cycle> cycle) {
        var minimum = Typed.text(typed, "minimum");
        var minor = Typed.minor(minimum, Math.max(0, currency.getDefaultFractionDigits()));
        if (!minimum.isEmpty() && minor.isEmpty()) {
            return Outcome.refused(Refusal.of(PayoutReason.PAYOUT_MINIMUM_INVALID, "minimum"));
        }
        var holdBack = Typed.text(typed, "holdBack");
        var days = Typed.number(holdBack);
        if (!holdBack.isEmpty() && days.isEmpty()) {
            return Outcome.refused(Refusal.of(
                    PayoutReason.HOLD_BACK_INVALID, "holdBack", Map.of("max", PayoutTerms.LONGEST_HOLD_BACK)));
        }
        return Outcome.done(new PayoutSetting(
                cycle.orElse(null),
                minor.orElse(null),
                days.orElse(null),
                Typed.text(typed, "locked").equals("yes"),
                debtor(typed),
                Typed.number(Typed.text(typed, "version")).orElse(0)));
    }

    private static @Nullable Debtor debtor(Map<String, List<String>> typed) {
        var name = Typed.text(typed, "debtorName");
        var number = bare(Typed.text(typed, "debtorNumber"));
        var bank = bare(Typed.text(typed, "debtorBank"));
        return name.isEmpty() && number.isEmpty() && bank.isEmpty()
                ? null
                : new Debtor(name, number, bank.isEmpty() ? null : bank);
    }

    private static String bare(String typed) {
        return typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    }
}
