package org.townloop.supply.booking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.EventLog;
import org.townloop.base.kernel.Refusal;
import org.townloop.supply.booking.Roster.Subject;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.merchant.TimeSpan;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.OfferReason;
import org.townloop.supply.offer.Session;
import org.townloop.supply.offer.SessionNeeds;

/**
 * When a class is written anew, its sold sessions take whom and what it says now. One that only falls out of the new weeks
 * stays as it was sold, and one that was called off lets go of its people with its last seat.
 */
@Component
class SessionRetakes implements SessionNeeds {

    private record Held(Instant start, UUID subject, TimeSpan during) {}

    private final Claims claims;
    private final SessionPeople people;
    private final PromisedSessions promised;
    private final Rosters rosters;
    private final JdbcClient jdbc;
    private final EventLog events;
    private final ApplicationEventPublisher local;
    private final Clock clock;

    SessionRetakes(
            Claims claims,
            SessionPeople people,
            PromisedSessions promised,
            Rosters rosters,
            JdbcClient jdbc,
            EventLog events,
            ApplicationEventPublisher local,
            Clock clock) {
        this.claims = claims;
        this.people = people;
        this.promised = promised;
        this.rosters = rosters;
        this.jdbc = jdbc;
        this.events = events;
        this.local = local;
        this.clock = clock;
    }

    @Override
    public void keepStill(PlaceId place) {
        claims.lockCalendars(List.of(place));
    }

    @Override
    public Optional<Refusal> retake(Offer written) {
        if (!(written.arrangement() instanceof Session session)) {
            return Optional.empty();
        }
        claims.lockCalendars(List.of(written.place()));
        var now = clock.instant();
        promised.keep(written, session);
        var sold = held(written, now).stream().collect(Collectors.groupingBy(Held::start));
        if (sold.isEmpty()) {
            return Optional.empty();
        }
        var roster = Choice.rosterOf(rosters.read(List.of(written.place()), now), request(written, now));
        var otherwise = sold.keySet().stream()
                .filter(start -> session.isAt(roster.timeline().zone(), start))
                .filter(start -> !isAsWritten(sold.getOrDefault(start, List.of()), request(written, start), roster))
                .collect(Collectors.toCollection(TreeSet::new));
        return otherwise.isEmpty() ? Optional.empty() : retake(written, otherwise, roster, now);
    }

    /** All let go before the first takes anything: an hour longer, they may be in one another's way. */
    private Optional<Refusal> retake(Offer written, SortedSet<Instant> starts, Roster roster, Instant now) {
        letGo(written, starts);
        for (var start : starts) {
            if (!takes(request(written, start), roster, now)) {
                return Optional.of(refusal(start, roster));
            }
        }
        var changed = new SlotsChanged(written.place().value());
        events.append(changed);
        local.publishEvent(changed);
        return Optional.empty();
    }

    private boolean takes(HoldRequest session, Roster roster, Instant now) {
        var refusals = new Refusals();
        try {
            people.take(List.of(session), Map.of(roster.place(), roster), now, refusals);
        } catch (TakenMeanwhile e) {
            return false; // the judge has spoken
        }
        return refusals.isEmpty();
    }

    private static Refusal refusal(Instant start, Roster roster) {
        var time = start.atZone(roster.timeline().zone()).toLocalDateTime().toString();
        return Refusal.of(OfferReason.SESSION_PEOPLE_TAKEN, "staff", Map.of("time", time.replace('T', ' ')));
    }

    private static boolean isAsWritten(List<Held> held, HoldRequest session, Roster roster) {
        var subjects = held.stream().map(Held::subject).collect(Collectors.toSet());
        var staff = ids(roster.staffFor(session.offer()));
        var things = ids(roster.resourcesFor(session.offer()));
        return held.stream().allMatch(each -> each.during().equals(session.during()))
                && subjects.containsAll(staff)
                && subjects.stream().allMatch(subject -> staff.contains(subject) || things.contains(subject))
                && subjects.size() == staff.size() + (session.offer().resourceKind() == null ? 0 : 1);
    }

    private static Set<UUID> ids(Collection<Subject> subjects) {
        return subjects.stream().map(Subject::id).collect(Collectors.toSet());
    }

    private List<Held> held(Offer offer, Instant now) {
        return jdbc.sql("""
            select session_start, subject_id, lower(during) as starts, upper(during) as ends
            from booking.claim
            where region_id = ? and order_id = ? and session_start > ?
            """)
                .params(offer.region().number(), offer.id().value(), Claims.sql(now))
                .query(SessionRetakes::held)
                .list();
    }

    private void letGo(Offer offer, Collection<Instant> starts) {
        jdbc.sql("""
            delete from booking.claim
            where region_id = ? and order_id = ? and session_start = any (?::timestamptz[])
            """)
                .params(
                        offer.region().number(),
                        offer.id().value(),
                        Claims.column(starts, Instant::toString, new String[0]))
                .update();
    }

    /** The seat is nobody's: only whom and what the session takes is asked of it. */
    private static HoldRequest request(Offer offer, Instant start) {
        return new HoldRequest(offer.id().value(), 0, offer, Wish.at(start, 1), start);
    }

    private static Held held(ResultSet row, int number) throws SQLException {
        return new Held(
                row.getTimestamp("session_start").toInstant(),
                row.getObject("subject_id", UUID.class),
                new TimeSpan(
                        row.getTimestamp("starts").toInstant(),
                        row.getTimestamp("ends").toInstant()));
    }
}
