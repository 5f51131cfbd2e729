package org.townloop.surface.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.Right;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.loop.ledger.Payee;
import org.townloop.loop.payout.BankAccount;
import org.townloop.loop.payout.BankAccounts;
import org.townloop.loop.payout.NewBankAccount;
import org.townloop.loop.payout.PayoutReason;
import org.townloop.loop.payout.PayoutSettings;
import org.townloop.surface.page.Cycles;
import org.townloop.surface.page.Form;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.Problems;
import org.townloop.surface.page.Sessions;
import org.townloop.surface.page.Typed;
import org.townloop.surface.page.View;

/** What goes to the merchant's bank: what was paid, what comes next or why not, and where to. */
@Controller
class PayoutsPage {

    private static final String PATH = "/desk/payouts";

    /** Who may say where the money goes has signed in no longer ago than this. */
    private static final Duration RECENT = Duration.ofMinutes(15);

    private final Desks desks;
    private final PayoutsViews views;
    private final BankAccounts accounts;
    private final PayoutSettings settings;
    private final Sessions sessions;

    PayoutsPage(Desks desks, PayoutsViews views, BankAccounts accounts, PayoutSettings settings, Sessions sessions) {
        this.desks = desks;
        this.views = views;
        this.accounts = accounts;
        this.settings = settings;
        this.sessions = sessions;
    }

    @GetMapping(PATH)
    View show(
            Page page,
            Actor actor,
            @RequestParam(required = false) @Nullable UUID place,
            @RequestParam(required = false) @Nullable String saved) {
        return desks.open(
                page,
                actor,
                Right.SEE_STATEMENT,
                place,
                Desk.Tab.PAYOUTS,
                desk -> View.of("desk/payouts", views.of(desk, Form.EMPTY, Form.EMPTY, saved != null)));
    }

    @PostMapping(PATH + "/account")
    View enter(
            Page page,
            Actor actor,
            HttpServletRequest request,
            @RequestParam UUID place,
            @RequestParam MultiValueMap<String, String> typed) {
        return desks.open(page, actor, Right.RUN_PLACE, place, Desk.Tab.PAYOUTS, desk -> {
            var outcome = sessions.signedInWithin(request, RECENT)
                    ? accounts.enter(
                            actor,
                            desk.place().region(),
                            new Payee.Merchant(desk.merchant().value()),
                            account(typed))
                    : Outcome.<BankAccount>refused(PayoutReason.SIGN_IN_AGAIN);
            return switch (outcome) {
                case Outcome.Done<BankAccount> _ -> Saved.next(desk, PATH, false);
                case Outcome.Refused<BankAccount>(var refusal) ->
                    refused(desk, refusal, new Form(typed, refusal), Form.EMPTY);
            };
        });
    }

    /** Something came back from there, and the merchant has looked: it is right. */
    @PostMapping(PATH + "/account/confirmed")
    View confirm(Page page, Actor actor, @RequestParam UUID place) {
        return desks.open(page, actor, Right.RUN_PLACE, place, Desk.Tab.PAYOUTS, desk -> switch (accounts.confirm(
                actor, desk.place().region(), new Payee.Merchant(desk.merchant().value()))) {
            case Outcome.Done<BankAccount> _ -> Saved.next(desk, PATH, false);
            case Outcome.Refused<BankAccount>(var refusal) -> refused(desk, refusal, Form.EMPTY, Form.EMPTY);
        });
    }

    @PostMapping(PATH + "/cycle")
    View choose(Page page, Actor actor, @RequestParam UUID place, @RequestParam MultiValueMap<String, String> typed) {
        return desks.open(page, actor, Right.RUN_PLACE, place, Desk.Tab.PAYOUTS, desk -> {
            var outcome = Cycles.read(Typed.text(typed, "cycle"))
                    .then(cycle -> settings.choose(actor, desk.merchant().value(), cycle.orElse(null)));
            return switch (outcome) {
                case Outcome.Done<UUID> _ -> Saved.next(desk, PATH, false);
                case Outcome.Refused<UUID>(var refusal) -> refused(desk, refusal, Form.EMPTY, new Form(typed, refusal));
            };
        });
    }

    private View refused(Desk desk, Refusal refusal, Form account, Form cycle) {
        return View.of("desk/payouts", views.of(desk, account, cycle, false), Problems.status(refusal.reason()));
    }

    private static NewBankAccount account(Map<String, List<String>> typed) {
        return new NewBankAccount(
                Typed.text(typed, "holder"),
                Typed.text(typed, "scheme").equals("CN") ? BankAccount.Scheme.CN : BankAccount.Scheme.IBAN,
                Typed.text(typed, "number"),
                Typed.text(typed, "bankName"),
                Typed.text(typed, "bankCode"));
    }
}
