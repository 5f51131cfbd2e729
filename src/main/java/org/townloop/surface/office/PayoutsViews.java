package org.townloop.surface.office;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.People;
import org.townloop.base.identity.Person;
import org.townloop.base.kernel.Money;
import org.townloop.base.region.Regions;
import org.townloop.loop.payout.BankAccount;
import org.townloop.loop.payout.BankAccounts;
import org.townloop.loop.payout.BankAnswer;
import org.townloop.loop.payout.BankAnswers;
import org.townloop.loop.payout.Debtor;
import org.townloop.loop.payout.Payout;
import org.townloop.loop.payout.PayoutRun;
import org.townloop.loop.payout.PayoutRuns;
import org.townloop.loop.payout.PayoutSettings;
import org.townloop.loop.payout.PayoutState;
import org.townloop.surface.page.Cycles;
import org.townloop.surface.page.Form;

/** Sets out the payouts of a region. */
@Component
class PayoutsViews {

    private static final int SHOWN = 50;

    private final PayoutRuns runs;
    private final BankAnswers answers;
    private final BankAccounts accounts;
    private final PayoutSettings settings;
    private final Regions regions;
    private final People people;

    PayoutsViews(
            PayoutRuns runs,
            BankAnswers answers,
            BankAccounts accounts,
            PayoutSettings settings,
            Regions regions,
            People people) {
        this.runs = runs;
        this.answers = answers;
        this.accounts = accounts;
        this.settings = settings;
        this.regions = regions;
        this.people = people;
    }

    PayoutsView of(Office office, Form form) {
        var newest = runs.newest(office.within(), SHOWN);
        var names = people.get(
                newest.stream().map(PayoutRun::madeBy).filter(Objects::nonNull).collect(Collectors.toSet()));
        return new PayoutsView(
                office,
                newest.stream()
                        .map(run -> run(office, run, run.madeBy() == null ? null : names.get(run.madeBy())))
                        .toList(),
                rows(office, runs.failed(office.within(), SHOWN), null, Form.EMPTY),
                answers.newest(office.within(), SHOWN).stream()
                        .map(answer -> new PayoutsView.Answer(
                                answer.id(), answer.file(), office.times().moment(answer.readAt())))
                        .toList(),
                settings(office),
                form);
    }

    PayoutRunView run(Office office, PayoutRun run, @Nullable String wrong) {
        return run(office, run, wrong, null, Form.EMPTY);
    }

    /** @param about the payout of which something was typed; null if of none */
    PayoutRunView run(Office office, PayoutRun run, @Nullable String wrong, @Nullable UUID about, Form form) {
        return new PayoutRunView(
                office,
                run.id(),
                office.times().moment(run.madeAt()),
                office.times().date(run.executeOn()),
                exact(office, run.totals().amount()),
                run.message(),
                rows(office, runs.payouts(run), about, form),
                wrong);
    }

    PayoutAnswerView answer(Office office, BankAnswer answer) {
        return new PayoutAnswerView(
                office,
                answer.file(),
                office.times().moment(answer.readAt()),
                Arrays.stream(BankAnswer.Effect.values())
                        .filter(effect -> answer.count(effect) > 0)
                        .map(effect ->
                                new PayoutAnswerView.Count(words(office, effect), answer.count(effect), tone(effect)))
                        .toList(),
                answer.lines().stream().map(line -> line(office, line)).toList());
    }

    private static PayoutAnswerView.Line line(Office office, BankAnswer.Line line) {
        return new PayoutAnswerView.Line(
                line.number(),
                line.reference(),
                line.amount() == null ? "" : exact(office, line.amount()),
                words(office, line.effect()),
                tone(line.effect()),
                line.said());
    }

    private static PayoutsView.Run run(Office office, PayoutRun run, @Nullable Person by) {
        var totals = run.totals();
        return new PayoutsView.Run(
                run.id(),
                office.times().moment(run.madeAt()),
                by == null ? office.page().text("office.payouts.in-time") : by.name(),
                totals.count(),
                exact(office, totals.amount()),
                totals.open(),
                totals.paid(),
                totals.failed(),
                totals.returned());
    }

    private List<PayoutsView.Row> rows(Office office, List<Payout> payouts, @Nullable UUID about, Form form) {
        var known = accounts.named(payouts);
        var doubted = accounts.doubted(known.keySet());
        return payouts.stream()
                .map(payout -> row(
                        office,
                        payout,
                        Objects.requireNonNull(known.get(payout.account())),
                        doubted.contains(payout.account()),
                        payout.id().equals(about) ? form : Form.EMPTY))
                .toList();
    }

    private static PayoutsView.Row row(Office office, Payout payout, BankAccount account, boolean doubted, Form form) {
        return new PayoutsView.Row(
                payout.id().toString(),
                payout.run().toString(),
                account.holder(),
                account.masked(),
                exact(office, payout.amount()),
                office.page()
                        .text("page.payout."
                                + payout.state().name().toLowerCase(Locale.ROOT).replace('_', '-')),
                switch (payout.state()) {
                    case ON_ITS_WAY -> "wait";
                    case PAID -> "good";
                    case FAILED, RETURNED -> "bad";
                },
                Objects.requireNonNullElse(payout.failure(), ""),
                payout.reference(),
                payout.state() == PayoutState.RETURNED && doubted,
                payout.state() == PayoutState.PAID,
                form);
    }

    private PayoutsView.Settings settings(Office office) {
        var page = office.page();
        var region = office.region();
        var own = settings.own(region.id());
        var inForce = settings.inForce(region.id());
        var debtor = own.debtor() == null ? new Debtor("", "", null) : own.debtor();
        var minimum = own.minimumMinor();
        var days = own.holdBackDays();
        return new PayoutsView.Settings(
                page.text(
                        "office.payouts.in-force",
                        "cycle",
                        Cycles.words(page, inForce.terms().cycle()),
                        "minimum",
                        page.money(new Money(inForce.terms().minimumMinor(), region.currency())),
                        "days",
                        inForce.terms().holdBackDays()),
                inForce.lockedBy() == null
                        ? null
                        : page.say(regions.get(inForce.lockedBy()).name()),
                Cycles.choices(page, page.text("office.payouts.inherited"), own.cycle()),
                minimum == null ? "" : decimal(new Money(minimum, region.currency())),
                days == null ? "" : days.toString(),
                own.locked(),
                debtor.name(),
                debtor.number(),
                Objects.requireNonNullElse(debtor.bank(), ""),
                inForce.debtor() != null,
                own.version());
    }

    private static String decimal(Money money) {
        return BigDecimal.valueOf(money.minor(), money.exponent()).toPlainString();
    }

    private static String exact(Office office, Money money) {
        return office.page().formats().exact(money);
    }

    private static String words(Office office, BankAnswer.Effect effect) {
        return office.page()
                .text("office.answer." + effect.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    private static String tone(BankAnswer.Effect effect) {
        return switch (effect) {
            case PAID -> "good";
            case FAILED, RETURNED, CONTRADICTED, OTHER_AMOUNT, UNKNOWN -> "bad";
            case REPEATED, NOT_FINAL -> "wait";
        };
    }
}
