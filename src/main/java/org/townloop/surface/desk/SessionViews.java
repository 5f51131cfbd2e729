package org.townloop.surface.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Actor;
import org.townloop.base.kernel.Refusal;
import org.townloop.loop.checkout.Balances;
import org.townloop.loop.ordering.Cancellations;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.visit.Appointment;
import org.townloop.loop.visit.DayBook;
import org.townloop.supply.booking.SoldSessions;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.OfferDesk;
import org.townloop.supply.offer.OfferId;
import org.townloop.supply.offer.Session;
import org.townloop.surface.page.Form;

/** Gathers the sessions of a week. */
@Component
class SessionViews {

    static final String PATH = "/desk/sessions";
    static final int DAYS = 7;

    private final OfferDesk offers;
    private final SoldSessions sessions;
    private final DayBook dayBook;
    private final Cancellations cancellations;
    private final Balances balances;

    SessionViews(
            OfferDesk offers, SoldSessions sessions, DayBook dayBook, Cancellations cancellations, Balances balances) {
        this.offers = offers;
        this.sessions = sessions;
        this.dayBook = dayBook;
        this.cancellations = cancellations;
        this.balances = balances;
    }

    /**
     * @param first day of the week
     * @param changed the session that somebody has just called off, or said to take place
     */
    SessionsView of(
            Actor actor, Desk desk, LocalDate first, @Nullable Refusal refusal, SoldSessions.@Nullable At changed) {
        var rows = rows(actor, desk, first);
        var before = first.minusDays(DAYS);
        return new SessionsView(
                desk,
                new Form(Map.of(), refusal),
                changed == null
                        ? null
                        : rows.stream()
                                .filter(row -> row.isOf(changed))
                                .findFirst()
                                .map(row -> said(desk, row))
                                .orElse(null),
                rows,
                first.isAfter(desk.times().today()) ? desk.to(PATH) + "&day=" + before : null,
                desk.to(PATH) + "&day=" + first.plusDays(DAYS));
    }

    private List<SessionsView.Row> rows(Actor actor, Desk desk, LocalDate first) {
        var zone = desk.times().zone();
        var from = first.atStartOfDay(zone).toInstant();
        var to = first.plusDays(DAYS).atStartOfDay(zone).toInstant();
        var guests = dayBook.between(desk.place().id(), from, to);
        var goesBack = goesBack(guests);
        var bySession = guests.stream().collect(Collectors.groupingBy(SessionViews::session));
        var sold = sessions.between(desk.place().id(), from, to);
        var gatherings = sessions.gatherings(desk.place().id(), from, to);
        return offers.all(actor, desk.place().id()).stream()
                .flatMap(offer -> starts(desk, offer, sold, from, to).stream()
                        .map(start -> new SoldSessions.At(offer.id(), start))
                        .map(at -> SessionRows.row(
                                desk,
                                offer,
                                at.start(),
                                gatherings.get(at),
                                bySession.getOrDefault(at, List.of()),
                                goesBack)))
                .sorted(Comparator.comparing(SessionsView.Row::start))
                .toList();
    }

    private GoesBack goesBack(List<Appointment> guests) {
        var orders = guests.stream()
                .filter(guest -> guest.line().startsAt() != null)
                .map(Appointment::order)
                .distinct()
                .toList();
        return new GoesBack(cancellations.of(orders.stream().map(Order::id).toList()), balances.of(orders));
    }

    private static SoldSessions.At session(Appointment guest) {
        var start = guest.line().startsAt();
        return new SoldSessions.At(guest.line().offer(), start == null ? Instant.EPOCH : start);
    }

    private static @Nullable String said(Desk desk, SessionsView.Row row) {
        return row.back() == null && !row.isCertain()
                ? null
                : desk.page()
                        .text(
                                "desk.sessions.said",
                                "is",
                                row.back() == null ? "on" : "off",
                                "what",
                                row.title(),
                                "when",
                                row.when());
    }

    /**
     * What was sold takes place as it was sold, also if the class has changed its times since, or is a class no more; and
     * what was called off of it stays to be seen.
     */
    private static Set<Instant> starts(
            Desk desk, Offer offer, Map<OfferId, Set<Instant>> sold, Instant from, Instant to) {
        var starts = new TreeSet<>(sold.getOrDefault(offer.id(), Set.of()));
        if (offer.arrangement() instanceof Session session) {
            starts.addAll(session.between(desk.times().zone(), from, to));
            session.calledOff(desk.times().zone()).stream()
                    .filter(start -> !start.isBefore(from) && start.isBefore(to))
                    .forEach(starts::add);
        }
        return starts;
    }
}
