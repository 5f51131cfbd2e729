package org.townloop.surface.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.Right;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.kernel.RegionId;
import org.townloop.loop.visit.DayBook;
import org.townloop.supply.booking.SessionDecisions;
import org.townloop.supply.booking.SoldSessions;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.OfferDesk;
import org.townloop.supply.offer.OfferId;
import org.townloop.supply.offer.Session;
import org.townloop.surface.page.Form;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.Problems;
import org.townloop.surface.page.Typed;
import org.townloop.surface.page.View;

/** The sessions of a place's classes, a week at a time: how many seats are sold, to whom, and calling one off. */
@Controller
class SessionsPage {

    private static final String PATH = "/desk/sessions";
    private static final int DAYS = 7;

    private final Desks desks;
    private final OfferDesk offers;
    private final SoldSessions sessions;
    private final SessionDecisions decisions;
    private final DayBook dayBook;

    SessionsPage(Desks desks, OfferDesk offers, SoldSessions sessions, SessionDecisions decisions, DayBook dayBook) {
        this.desks = desks;
        this.offers = offers;
        this.sessions = sessions;
        this.decisions = decisions;
        this.dayBook = dayBook;
    }

    @GetMapping(PATH)
    View show(
            Page page,
            Actor actor,
            @RequestParam(required = false) @Nullable UUID place,
            @RequestParam(defaultValue = "") String day) {
        return desks.open(
                page,
                actor,
                Right.RUN_PLACE,
                place,
                Desk.Tab.OFFERS,
                desk -> View.of("desk/sessions", view(actor, desk, first(desk, day), null)));
    }

    @PostMapping("/desk/offers/{id}/sessions/removal")
    View callOff(Page page, Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") String start) {
        if (!RegionId.isIn(id)) {
            throw new Absent("offer " + id);
        }
        var offer = offers.get(actor, new OfferId(id));
        var at = Typed.moment(start).orElseThrow(() -> new Absent("session " + start));
        return desks.open(page, actor, Right.RUN_PLACE, offer.place().value(), Desk.Tab.OFFERS, desk -> {
            var local = at.atZone(desk.times().zone());
            return switch (calledOff(actor, offer, local.toLocalDateTime())) {
                case Outcome.Done<Offer> _ ->
                    View.seeOther(desk.to(PATH) + "&day="
                            + first(desk, local.toLocalDate().toString()));
                case Outcome.Refused<Offer>(var refusal) ->
                    View.of(
                            "desk/sessions",
                            view(actor, desk, local.toLocalDate(), refusal),
                            Problems.status(refusal.reason()));
            };
        });
    }

    @PostMapping("/desk/offers/{id}/sessions/confirmation")
    View confirm(Page page, Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") String start) {
        if (!RegionId.isIn(id)) {
            throw new Absent("offer " + id);
        }
        var offer = offers.get(actor, new OfferId(id));
        var at = Typed.moment(start).orElseThrow(() -> new Absent("session " + start));
        var confirmed = decisions.confirm(actor, offer.id(), at);
        return desks.open(page, actor, Right.RUN_PLACE, offer.place().value(), Desk.Tab.OFFERS, desk -> {
            var day = first(desk, desk.times().day(at).toString());
            return switch (confirmed) {
                case Outcome.Done<OfferId> _ -> View.seeOther(desk.to(PATH) + "&day=" + day);
                case Outcome.Refused<OfferId>(var refusal) ->
                    View.of("desk/sessions", view(actor, desk, day, refusal), Problems.status(refusal.reason()));
            };
        });
    }

    /** The second of two clicks, also if it waited for the first, finds it done: it names what is wanted, not a change. */
    private Outcome<Offer> calledOff(Actor actor, Offer offer, LocalDateTime time) {
        if (isOff(offer, time)) {
            return Outcome.done(offer);
        }
        var outcome = offers.callOff(actor, offer.id(), time);
        return outcome instanceof Outcome.Refused<Offer> && isOff(offers.get(actor, offer.id()), time)
                ? Outcome.done(offer)
                : outcome;
    }

    private static boolean isOff(Offer offer, LocalDateTime time) {
        return offer.arrangement() instanceof Session session
                && session.without().contains(time);
    }

    /** Today, or a whole number of weeks from it. */
    private static LocalDate first(Desk desk, String asked) {
        var today = desk.times().today();
        var day = Typed.day(asked).orElse(today);
        var weeks = Math.clamp(today.until(day, ChronoUnit.DAYS) / DAYS, 0, 52);
        return today.plusDays(weeks * DAYS);
    }

    private SessionsView view(Actor actor, Desk desk, LocalDate first, @Nullable Refusal refusal) {
        var zone = desk.times().zone();
        var from = first.atStartOfDay(zone).toInstant();
        var to = first.plusDays(DAYS).atStartOfDay(zone).toInstant();
        var guests = dayBook.between(desk.place().id(), from, to);
        var sold = sessions.between(desk.place().id(), from, to);
        var gatherings = sessions.gatherings(desk.place().id(), from, to);
        var rows = offers.all(actor, desk.place().id()).stream()
                .flatMap(offer -> starts(desk, offer, sold, from, to).stream()
                        .map(start -> SessionRows.row(
                                desk, offer, start, gatherings.get(new SoldSessions.At(offer.id(), start)), guests)))
                .sorted(Comparator.comparing(SessionsView.Row::start))
                .toList();
        var today = desk.times().today();
        var before = first.minusDays(DAYS);
        return new SessionsView(
                desk,
                new Form(Map.of(), refusal),
                rows,
                first.isAfter(today) ? desk.to(PATH) + "&day=" + before : null,
                desk.to(PATH) + "&day=" + first.plusDays(DAYS));
    }

    /** What was sold takes place as it was sold, also if the class has changed its times since, or is a class no more. */
    private static Set<Instant> starts(
            Desk desk, Offer offer, Map<OfferId, Set<Instant>> sold, Instant from, Instant to) {
        var starts = new TreeSet<>(sold.getOrDefault(offer.id(), Set.of()));
        if (offer.arrangement() instanceof Session session) {
            starts.addAll(session.between(desk.times().zone(), from, to));
        }
        return starts;
    }
}
