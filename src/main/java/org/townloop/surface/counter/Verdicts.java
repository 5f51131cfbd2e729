package org.townloop.surface.counter;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Money;
import org.townloop.base.region.Regions;
import org.townloop.loop.checkout.Balance;
import org.townloop.loop.checkout.Balances;
import org.townloop.loop.ordering.Pays;
import org.townloop.loop.visit.Appointment;
import org.townloop.loop.visit.DayBook;
import org.townloop.loop.voucher.Redeemed;
import org.townloop.loop.voucher.ScanAnswer;
import org.townloop.loop.voucher.Scanner;
import org.townloop.loop.voucher.Scans;
import org.townloop.loop.voucher.Voucher;
import org.townloop.supply.merchant.Place;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.Times;

/** Puts the answer to a scan into words. */
@Component
class Verdicts {

    private final DayBook dayBook;
    private final Balances balances;
    private final Scans scans;
    private final Regions regions;

    Verdicts(DayBook dayBook, Balances balances, Scans scans, Regions regions) {
        this.dayBook = dayBook;
        this.balances = balances;
        this.scans = scans;
        this.regions = regions;
    }

    /** @param scanner who made the scan */
    Verdict of(Page page, Place place, Scanner scanner, ScanAnswer answer) {
        var times = page.times().in(regions.get(place.region()).zone());
        var voucher = answer.voucher();
        var about = voucher == null ? null : dayBook.of(voucher).orElse(null);
        var had = named(about, answer).flatMap(named -> scans.had(scanner, answer.nonce(), named));
        var left = about == null ? null : balances.of(about.order());
        var said = new Said(page, times, place, answer, about, had.orElse(null), left);
        return switch (answer.outcome()) {
            case REDEEMED -> said.redeemed();
            case ALREADY_REDEEMED -> said.alreadyRedeemed();
            case EXPIRED -> said.verdict(Verdict.Light.AMBER, "expired", said.validUntil());
            case REVOKED -> said.verdict(Verdict.Light.RED, "revoked", page.text("counter.revoked.fact"));
            case WRONG_PLACE -> said.verdict(Verdict.Light.AMBER, "wrong-place", page.text("counter.wrong-place.fact"));
            case BAD_SIGNATURE ->
                said.verdict(Verdict.Light.RED, "not-a-voucher", page.text("counter.not-a-voucher.fact"));
            case CONFLICT -> said.verdict(Verdict.Light.AMBER, "conflict", said.when());
        };
    }

    /** The voucher that was scanned. */
    private static Optional<Voucher> named(@Nullable Appointment about, ScanAnswer answer) {
        List<Voucher> all = about == null ? List.of() : about.vouchers();
        return all.stream()
                .filter(voucher -> voucher.id().equals(answer.voucher()))
                .findFirst();
    }

    /**
     * @param about what the voucher is for, null where the token names none
     * @param had what the scan took of it, null if it took nothing
     * @param left what is paid at the place
     */
    private record Said(
            Page page,
            Times times,
            Place place,
            ScanAnswer answer,
            @Nullable Appointment about,
            @Nullable Redeemed had,
            @Nullable Balance left) {

        Verdict redeemed() {
            if (about == null) {
                return new Verdict(Verdict.Light.GREEN, page.text("counter.redeemed"), List.of(), null);
            }
            var start = about.line().startsAt();
            var facts = new ArrayList<String>();
            facts.add(what(about));
            facts.add(paid(about));
            if (isPart()) {
                facts.add(unitsSaid());
            }
            if (about.vouchers().size() > 1) {
                facts.add(page.text(
                        "counter.unit",
                        "unit",
                        unit(about),
                        "units",
                        about.vouchers().size()));
            }
            if (start != null && !isToday(start)) {
                facts.add(page.text("counter.other-day", "when", when(about, start)));
            }
            var open = left != null && left.open().isPositive();
            if (left != null && open) {
                facts.add(page.text("page.deposit.open", "amount", page.money(left.open())));
            }
            return new Verdict(
                    Verdict.Light.GREEN,
                    greeting(about.resident(), about.onDay() ? null : start),
                    facts,
                    null,
                    open ? Today.balanceHref(about.order()) : null);
        }

        /** What was had is paid, whatever is left; what was paid at the shop is in its own till. */
        private String paid(Appointment appointment) {
            if (appointment.order().isNotedAtShop()) {
                return page.text(
                        "counter.pays-here",
                        "price",
                        page.money(appointment.order().total()));
            }
            if (appointment.order().pays() == Pays.SHOP) {
                return page.text("counter.paid-here");
            }
            if (had == null) {
                return page.text("counter.paid", "amount", page.money(value(appointment)));
            }
            return page.text(
                    isPart() ? "counter.paid-part" : "counter.paid",
                    "amount",
                    page.money(had.worth()),
                    "units",
                    had.units());
        }

        private boolean isPart() {
            return voucher() instanceof Voucher voucher && voucher.units() > 1;
        }

        private int unitsLeft() {
            return Objects.requireNonNullElse(answer.unitsLeft(), 0);
        }

        private String unitsSaid() {
            var units = voucher() instanceof Voucher voucher ? voucher.units() : 1;
            return page.text("counter.left", "left", unitsLeft(), "units", units);
        }

        /** What is had on a day has no time. */
        private String when(Appointment appointment, Instant start) {
            return appointment.onDay() ? times.relative(times.day(start)) : times.moment(start);
        }

        /** The name stays on one line. */
        private String greeting(String resident, @Nullable Instant start) {
            var name = resident.replace(' ', '\u00A0');
            return start != null && isToday(start)
                    ? page.text("counter.redeemed.who", "name", name, "time", times.time(start))
                    : page.text("counter.redeemed.name", "name", name);
        }

        private boolean isToday(Instant instant) {
            return times.day(instant).equals(times.today());
        }

        /** All of it, or more of it than what was asked for leaves. */
        Verdict alreadyRedeemed() {
            var left = answer.unitsLeft();
            if (left == null || left == 0) {
                return verdict(Verdict.Light.RED, "already", when());
            }
            return new Verdict(
                    Verdict.Light.AMBER,
                    page.text("counter.fewer", "left", left),
                    facts(null),
                    page.text("counter.fewer.do"));
        }

        Verdict verdict(Verdict.Light light, String key, @Nullable String fact) {
            return new Verdict(light, page.text("counter." + key), facts(fact), page.text("counter." + key + ".do"));
        }

        private List<String> facts(@Nullable String fact) {
            var facts = new ArrayList<String>();
            if (about != null) {
                facts.add(page.text("counter.who-what", "name", about.resident(), "what", what(about)));
            }
            if (fact != null) {
                facts.add(fact);
            }
            return facts;
        }

        @Nullable
        String when() {
            var at = answer.redeemedAt();
            return at == null
                    ? null
                    : page.text("counter.already.when", "when", times.moment(at), "place", page.say(place.name()));
        }

        @Nullable
        String validUntil() {
            return voucher() instanceof Voucher voucher
                    ? page.text("counter.expired.when", "when", times.moment(voucher.validUntil()))
                    : null;
        }

        private String what(Appointment appointment) {
            return Today.what(page, appointment);
        }

        private Money value(Appointment appointment) {
            return voucher() instanceof Voucher voucher
                    ? voucher.value()
                    : appointment.line().unit();
        }

        private int unit(Appointment appointment) {
            return voucher() instanceof Voucher voucher ? voucher.unit() : appointment.redeemed();
        }

        private @Nullable Voucher voucher() {
            return named(about, answer).orElse(null);
        }
    }
}
