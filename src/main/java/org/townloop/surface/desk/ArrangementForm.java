package org.townloop.surface.desk;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.kernel.Written;
import org.townloop.supply.offer.Ad;
import org.townloop.supply.offer.Appointment;
import org.townloop.supply.offer.Arrangement;
import org.townloop.supply.offer.Article;
import org.townloop.supply.offer.ByQuote;
import org.townloop.supply.offer.HomeVisit;
import org.townloop.supply.offer.Online;
import org.townloop.supply.offer.Quorum;
import org.townloop.supply.offer.Session;
import org.townloop.supply.offer.Table;
import org.townloop.supply.offer.WalkIn;
import org.townloop.supply.pack.BookingMode;
import org.townloop.supply.pack.Mode;
import org.townloop.surface.page.Typed;

/** Reads how an offer is had, of the fields that its mode has in the form. */
record ArrangementForm(Mode mode, int decimals, Map<String, List<String>> typed) {

    Outcome<Arrangement> read() {
        return switch (mode.booking()) {
            case BookingMode.Appointment _ -> Outcome.done(new Appointment(typed.containsKey("alongside")));
            case BookingMode.WalkIn _ -> walkIn();
            case BookingMode.Session _ -> session();
            case BookingMode.Table _ ->
                Outcome.done(new Table(
                        Saved.number(typed, "fewest", 1),
                        Saved.number(typed, "most", Saved.UNREADABLE),
                        Saved.number(typed, "largeFrom", 1),
                        Saved.number(typed, "longer", 0)));
            case BookingMode.Stay _ -> new StayForm(decimals, typed).read();
            case BookingMode.HomeVisit(var _, var window) -> homeVisit(window);
            case BookingMode.Ride mode -> new RideForm(mode, decimals, typed).read();
            case BookingMode.Delivery _ -> article();
            case BookingMode.Online _ -> online();
            case BookingMode.Ad _ ->
                Typed.day(plain("until"))
                        .<Outcome<Arrangement>>map(until -> Outcome.done(new Ad(until)))
                        .orElseGet(() -> refused(DeskReason.DAY_UNREADABLE, "until"));
            case BookingMode.ByQuote _ ->
                Outcome.done(new ByQuote(
                        typed.containsKey("photos"),
                        typed.containsKey("survey"),
                        typed.containsKey("destination"),
                        Saved.number(typed, "answerDays", Saved.UNREADABLE)));
        };
    }

    private Outcome<Arrangement> online() {
        return Stream.of(Online.Gives.values())
                .filter(gives -> gives.code().equals(plain("gives")))
                .findFirst()
                .<Outcome<Arrangement>>map(gives -> Outcome.done(new Online(gives)))
                .orElseGet(() -> refused(DeskReason.GIVES_MISSING, "gives"));
    }

    /** Who leaves the number for a day open does not count them. */
    private Outcome<Arrangement> article() {
        var perDay = plain("perDay");
        return Outcome.done(new Article(
                Saved.number(typed, "most", Article.MOST),
                perDay.isEmpty() ? null : Integer.valueOf(Saved.number(typed, "perDay", Saved.UNREADABLE))));
    }

    private Outcome<Arrangement> walkIn() {
        var blocked = new HashSet<LocalDate>();
        for (var day : prose("blockedDays").split("[\\s,，;；]+")) {
            var known = Typed.day(day);
            if (!day.isBlank() && known.isEmpty()) {
                return Outcome.refused(Refusal.of(DeskReason.DAYS_UNREADABLE, "blockedDays", Map.of("day", day)));
            }
            known.ifPresent(blocked::add);
        }
        var last = plain("lastSaleDay");
        if (!last.isEmpty() && Typed.day(last).isEmpty()) {
            return refused(DeskReason.DAY_UNREADABLE, "lastSaleDay");
        }
        return Outcome.done(new WalkIn(
                Saved.number(typed, "dailyCapacity", Saved.UNREADABLE),
                Saved.number(typed, "windowDays", Saved.UNREADABLE),
                Typed.day(last).orElse(null),
                blocked));
    }

    private Outcome<Arrangement> session() {
        var weekly = SessionLines.weekly(prose("weekly"));
        var once = SessionLines.once(prose("once"), "once");
        var without = SessionLines.once(prose("without"), "without");
        for (var read : List.of(weekly, once, without)) {
            if (read instanceof Outcome.Refused<?>(var refusal)) {
                return Outcome.refused(refusal);
            }
        }
        return Outcome.done(new Session(
                Saved.number(typed, "seats", Saved.UNREADABLE), value(weekly), value(once), value(without), quorum()));
    }

    /** Who leaves the number of people open holds the class however few come. */
    private @Nullable Quorum quorum() {
        return plain("quorum").isEmpty()
                ? null
                : new Quorum(
                        Saved.number(typed, "quorum", Saved.UNREADABLE),
                        Saved.number(typed, "quorumHours", Saved.UNREADABLE));
    }

    private static <T> T value(Outcome<T> read) {
        return ((Outcome.Done<T>) read).value();
    }

    /** The distance is typed in kilometres, with a point or a comma. */
    private Outcome<Arrangement> homeVisit(Duration window) {
        var kilometres = Typed.decimal(plain("within"))
                .filter(typed -> typed.signum() >= 0 && typed.precision() - typed.scale() <= 4 && typed.scale() <= 3);
        if (kilometres.isEmpty()) {
            return refused(DeskReason.DISTANCE_UNREADABLE, "within");
        }
        var metres = (int) Math.round(kilometres.get().doubleValue() * 1_000);
        return Outcome.done(
                new HomeVisit(Saved.number(this.typed, "team", Saved.UNREADABLE), metres, (int) window.toMinutes()));
    }

    private String prose(String name) {
        var plain = Written.plain(plain(name));
        return plain == null ? "" : plain;
    }

    private String plain(String name) {
        return typed.getOrDefault(name, List.of("")).getFirst().strip();
    }

    private static <T> Outcome<T> refused(DeskReason reason, String field) {
        return Outcome.refused(Refusal.of(reason, field));
    }
}
