package org.townloop.surface.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
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
import org.townloop.base.kernel.RegionId;
import org.townloop.supply.booking.SessionDecisions;
import org.townloop.supply.booking.SoldSessions;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.OfferDesk;
import org.townloop.supply.offer.OfferId;
import org.townloop.supply.offer.Session;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.Problems;
import org.townloop.surface.page.Typed;
import org.townloop.surface.page.View;

/** The sessions of a place's classes, a week at a time: how many seats are sold, to whom, and calling one off. */
@Controller
class SessionsPage {

    private final Desks desks;
    private final OfferDesk offers;
    private final SessionDecisions decisions;
    private final SessionViews views;

    SessionsPage(Desks desks, OfferDesk offers, SessionDecisions decisions, SessionViews views) {
        this.desks = desks;
        this.offers = offers;
        this.decisions = decisions;
        this.views = views;
    }

    /**
     * @param of the offer of which a session was changed just now
     * @param start when that one begins
     */
    @GetMapping(SessionViews.PATH)
    View show(
            Page page,
            Actor actor,
            @RequestParam(required = false) @Nullable UUID place,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String of,
            @RequestParam(defaultValue = "") String start) {
        var changed = Typed.id(of)
                .filter(RegionId::isIn)
                .flatMap(id -> Typed.moment(start).map(at -> new SoldSessions.At(new OfferId(id), at)))
                .orElse(null);
        return desks.open(
                page,
                actor,
                Right.RUN_PLACE,
                place,
                Desk.Tab.OFFERS,
                desk -> View.of("desk/sessions", views.of(actor, desk, first(desk, day), null, changed)));
    }

    @PostMapping("/desk/offers/{id}/sessions/removal")
    View callOff(Page page, Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") String start) {
        var offer = offer(actor, id);
        var at = moment(start);
        return desks.open(
                page,
                actor,
                Right.RUN_PLACE,
                offer.place().value(),
                Desk.Tab.OFFERS,
                desk -> answered(
                        actor,
                        desk,
                        offer,
                        at,
                        calledOff(actor, offer, at.atZone(desk.times().zone()).toLocalDateTime())));
    }

    @PostMapping("/desk/offers/{id}/sessions/confirmation")
    View confirm(Page page, Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") String start) {
        var offer = offer(actor, id);
        var at = moment(start);
        var confirmed = decisions.confirm(actor, offer.id(), at);
        return desks.open(
                page,
                actor,
                Right.RUN_PLACE,
                offer.place().value(),
                Desk.Tab.OFFERS,
                desk -> answered(actor, desk, offer, at, confirmed));
    }

    /** Back to the week, which says what was done. */
    private View answered(Actor actor, Desk desk, Offer offer, Instant at, Outcome<?> outcome) {
        var day = first(desk, desk.times().day(at).toString());
        return switch (outcome) {
            case Outcome.Done<?> _ ->
                View.seeOther(desk.to(SessionViews.PATH) + "&day=" + day + "&of="
                        + offer.id().value() + "&start=" + at);
            case Outcome.Refused<?>(var refusal) ->
                View.of("desk/sessions", views.of(actor, desk, day, refusal, null), Problems.status(refusal.reason()));
        };
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

    private Offer offer(Actor actor, UUID id) {
        if (!RegionId.isIn(id)) {
            throw new Absent("offer " + id);
        }
        return offers.get(actor, new OfferId(id));
    }

    private static Instant moment(String start) {
        return Typed.moment(start).orElseThrow(() -> new Absent("session " + start));
    }

    private static boolean isOff(Offer offer, LocalDateTime time) {
        return offer.arrangement() instanceof Session session
                && session.without().contains(time);
    }

    /** Today, or a whole number of weeks from it. */
    private static LocalDate first(Desk desk, String asked) {
        var today = desk.times().today();
        var day = Typed.day(asked).orElse(today);
        var weeks = Math.clamp(today.until(day, ChronoUnit.DAYS) / SessionViews.DAYS, 0, 52);
        return today.plusDays(weeks * SessionViews.DAYS);
    }
}
