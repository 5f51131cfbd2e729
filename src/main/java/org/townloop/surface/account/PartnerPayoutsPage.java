package org.townloop.surface.account;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.Grant;
import org.townloop.base.identity.Role;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.region.Region;
import org.townloop.base.region.Regions;
import org.townloop.loop.ledger.Payee;
import org.townloop.loop.payout.BankAccount;
import org.townloop.loop.payout.BankAccounts;
import org.townloop.loop.payout.NewBankAccount;
import org.townloop.loop.payout.Payout;
import org.townloop.loop.payout.PayoutReason;
import org.townloop.loop.payout.Payouts;
import org.townloop.surface.page.Form;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.Problems;
import org.townloop.surface.page.Sessions;
import org.townloop.surface.page.Typed;
import org.townloop.surface.page.View;

/** What goes to the bank of somebody who is a region's partner. */
@Controller
class PartnerPayoutsPage {

    private static final String PATH = "/account/payouts";
    private static final Duration RECENT = Duration.ofMinutes(15);
    private static final int SHOWN = 50;

    private final Payouts payouts;
    private final BankAccounts accounts;
    private final Regions regions;
    private final Sessions sessions;

    PartnerPayoutsPage(Payouts payouts, BankAccounts accounts, Regions regions, Sessions sessions) {
        this.payouts = payouts;
        this.accounts = accounts;
        this.regions = regions;
        this.sessions = sessions;
    }

    @GetMapping(PATH)
    View show(Page page, Actor actor) {
        return View.of("account/payouts", view(page, actor, "", Form.EMPTY));
    }

    @PostMapping(PATH)
    View enter(
            Page page,
            Actor actor,
            HttpServletRequest request,
            @RequestParam String region,
            @RequestParam MultiValueMap<String, String> typed) {
        var there = regions.byCode(region).orElseThrow(() -> new Absent("region " + region));
        var payee = new Payee.Partner(actor.person().value());
        var outcome = sessions.signedInWithin(request, RECENT)
                ? accounts.enter(actor, there.id(), payee, account(typed))
                : Outcome.<BankAccount>refused(PayoutReason.SIGN_IN_AGAIN);
        return switch (outcome) {
            case Outcome.Done<BankAccount> _ -> View.seeOther(PATH);
            case Outcome.Refused<BankAccount>(var refusal) ->
                View.of(
                        "account/payouts",
                        view(page, actor, region, new Form(typed, refusal)),
                        Problems.status(refusal.reason()));
        };
    }

    /** Something came back from there, and the partner has looked: it is right. */
    @PostMapping(PATH + "/confirmed")
    View confirm(Actor actor, @RequestParam String region) {
        var there = regions.byCode(region).orElseThrow(() -> new Absent("region " + region));
        accounts.confirm(actor, there.id(), new Payee.Partner(actor.person().value()));
        return View.seeOther(PATH);
    }

    private PartnerPayoutsView view(Page page, Actor actor, String tried, Form form) {
        var partner = actor.grants().stream()
                .filter(grant -> grant.role() == Role.PARTNER)
                .map(Grant::region)
                .map(regions::get)
                .map(region -> share(page, actor, region, region.code().equals(tried) ? form : Form.EMPTY))
                .toList();
        if (partner.isEmpty()) {
            throw new Absent("payouts of somebody who is no partner");
        }
        return new PartnerPayoutsView(page, partner);
    }

    private PartnerPayoutsView.Share share(Page page, Actor actor, Region region, Form form) {
        var payee = new Payee.Partner(actor.person().value());
        var outlook = payouts.outlook(region.id(), payee);
        var account = outlook.account();
        var times = page.times().in(region.zone());
        return new PartnerPayoutsView.Share(
                page.say(region.name()),
                region.code(),
                page.formats().exact(outlook.balance()),
                page.money(outlook.payable()),
                times.date(outlook.next()),
                account == null ? "" : account.holder() + " · " + account.masked(),
                account != null && accounts.isDoubted(account),
                payouts.of(region.id(), payee.owner(), SHOWN).stream()
                        .map(payout -> row(page, payout, times.date(payout.madeAt())))
                        .toList(),
                form);
    }

    private static PartnerPayoutsView.Row row(Page page, Payout payout, String made) {
        return new PartnerPayoutsView.Row(
                made,
                page.formats().exact(payout.amount()),
                page.text("page.payout."
                        + payout.state().name().toLowerCase(Locale.ROOT).replace('_', '-')),
                payout.failure() == null ? "" : payout.failure());
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
