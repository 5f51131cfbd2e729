package org.townloop.surface.desk;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.townloop.loop.visit.Appointment;
import org.townloop.supply.booking.Gathering;
import org.townloop.supply.booking.SessionState;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Quorum;
import org.townloop.supply.offer.Session;

/** Puts a session, what was promised of it, and who comes to it into words. */
final class SessionRows {

    private SessionRows() {}

    /**
     * @param gathering what was promised with its first seat; null if it is not sold, or takes place however few come
     * @param guests whoever booked it, also those who called off
     * @param goesBack what becomes of those that are called off
     */
    static SessionsView.Row row(
            Desk desk,
            Offer offer,
            Instant start,
            @Nullable Gathering gathering,
            List<Appointment> guests,
            GoesBack goesBack) {
        var off = CalledOff.of(desk, offer, start, gathering, guests, goesBack);
        var here = off != null
                ? off.guests()
                : guests.stream().filter(guest -> !guest.isCalledOff()).toList();
        var session = offer.arrangement() instanceof Session of ? of : null;
        var isAhead = off == null && start.isAfter(desk.times().now());
        var quorum = session == null || gathering != null ? null : session.quorum();
        return new SessionsView.Row(
                offer.id().value().toString(),
                desk.page().say(offer.title()),
                desk.times().moment(start),
                desk.times().machine(start),
                start.toString(),
                here.stream().mapToInt(guest -> guest.line().quantity()).sum(),
                session == null ? 0 : session.seats(),
                isAhead,
                off != null
                        ? off.state()
                        : gathering != null ? said(desk, gathering) : quorum != null ? said(desk, quorum, start) : null,
                off != null
                        ? "bad"
                        : gathering != null && gathering.state() == SessionState.CONFIRMED ? "good" : "wait",
                isAhead && (quorum != null || (gathering != null && gathering.state() == SessionState.UNDECIDED)),
                off == null ? null : off.back(),
                here.stream().map(guest -> guest(desk, guest)).toList());
    }

    private static String said(Desk desk, Gathering gathering) {
        return gathering.state() == SessionState.CONFIRMED
                ? desk.page().text("desk.sessions.confirmed")
                : undecided(desk, gathering.fewest(), gathering.booked(), gathering.decideAt());
    }

    /** Nobody has a seat of it yet. */
    private static String said(Desk desk, Quorum quorum, Instant start) {
        var decided = quorum.decidedAt(start);
        return decided.isAfter(desk.times().now())
                ? undecided(desk, quorum.people(), 0, decided)
                : desk.page().text("desk.sessions.closed", "when", desk.times().moment(decided));
    }

    private static String undecided(Desk desk, int fewest, int booked, Instant decided) {
        return desk.page()
                .text(
                        "desk.sessions.undecided",
                        "fewest",
                        fewest,
                        "booked",
                        booked,
                        "when",
                        desk.times().moment(decided));
    }

    private static SessionsView.Guest guest(Desk desk, Appointment guest) {
        var state = Standing.of(guest, desk.times());
        return new SessionsView.Guest(
                guest.resident(), guest.line().quantity(), DayRow.words(desk, state, guest), state.tone());
    }
}
