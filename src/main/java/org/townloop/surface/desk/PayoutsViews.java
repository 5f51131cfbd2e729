package org.townloop.surface.desk;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Money;
import org.townloop.loop.ledger.Payee;
import org.townloop.loop.payout.BankAccount;
import org.townloop.loop.payout.Payout;
import org.townloop.loop.payout.PayoutSettings;
import org.townloop.loop.payout.PayoutState;
import org.townloop.loop.payout.Payouts;
import org.townloop.surface.page.Cycles;
import org.townloop.surface.page.Form;

/** Sets out what goes to a merchant's bank. */
@Component
class PayoutsViews {

    private static final int SHOWN = 100;

    private final Payouts payouts;
    private final PayoutSettings settings;

    PayoutsViews(Payouts payouts, PayoutSettings settings) {
        this.payouts = payouts;
        this.settings = settings;
    }

    PayoutsView of(Desk desk, Form account, Form cycle, boolean saved) {
        var region = desk.place().region();
        var merchant = desk.merchant().value();
        var outlook = payouts.outlook(region, new Payee.Merchant(merchant));
        var page = desk.page();
        var inForce = settings.inForce(region);
        var none = page.text(
                "desk.payouts.as-town",
                "cycle",
                Cycles.words(page, inForce.terms().cycle()));
        return new PayoutsView(
                desk,
                page.formats().exact(outlook.balance()),
                page.money(outlook.payable()),
                desk.times().date(outlook.next()),
                terms(desk, outlook),
                waits(desk, outlook),
                account(desk, outlook.account()),
                outlook.waits() == Payouts.Waits.ACCOUNT_DOUBTED,
                payouts.of(region, merchant, SHOWN).stream()
                        .map(payout -> row(desk, payout))
                        .toList(),
                Cycles.choices(page, none, settings.choice(region, merchant)),
                inForce.payeesMayChoose(),
                account,
                cycle,
                saved);
    }

    private static String terms(Desk desk, Payouts.Outlook outlook) {
        var terms = outlook.terms();
        return desk.page()
                .text(
                        "desk.payouts.terms",
                        "cycle",
                        Cycles.words(desk.page(), terms.cycle()),
                        "minimum",
                        minimum(desk, outlook),
                        "days",
                        terms.holdBackDays());
    }

    private static String minimum(Desk desk, Payouts.Outlook outlook) {
        return desk.page()
                .money(new Money(
                        outlook.terms().minimumMinor(), outlook.balance().currency()));
    }

    private static @Nullable String waits(Desk desk, Payouts.Outlook outlook) {
        var waits = outlook.waits();
        return waits == null
                ? null
                : desk.page()
                        .text(
                                "desk.payouts.waits."
                                        + waits.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                                "minimum",
                                minimum(desk, outlook),
                                "days",
                                outlook.terms().holdBackDays());
    }

    private static PayoutsView.@Nullable Account account(Desk desk, @Nullable BankAccount account) {
        return account == null
                ? null
                : new PayoutsView.Account(
                        account.holder(),
                        account.masked(),
                        Objects.requireNonNullElse(account.bankName(), ""),
                        desk.times().date(account.enteredAt()));
    }

    private static PayoutsView.Row row(Desk desk, Payout payout) {
        var decided = payout.decidedAt();
        var failure = payout.failure();
        return new PayoutsView.Row(
                desk.times().date(payout.madeAt()),
                desk.times().date(payout.dueOn()),
                desk.page().formats().exact(payout.amount()),
                desk.page().text("page.payout." + code(payout.state())),
                switch (payout.state()) {
                    case ON_ITS_WAY -> "wait";
                    case PAID -> "good";
                    case FAILED, RETURNED -> "bad";
                },
                failure != null ? failure : decided == null ? "" : desk.times().date(decided),
                payout.reference());
    }

    private static String code(PayoutState state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
