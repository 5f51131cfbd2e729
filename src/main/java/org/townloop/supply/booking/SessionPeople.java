package org.townloop.supply.booking;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Refusal;
import org.townloop.supply.booking.Roster.Subject;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.merchant.TimeSpan;
import org.townloop.supply.offer.Offer;

/**
 * A session takes all who give it, and one room or thing of the kind that it needs, with the first seat that is taken,
 * for all who come, and lets go of them with the last. These claims lie among those of orders, under the same constraint.
 */
@Component
class SessionPeople {

    private final Claims claims;
    private final ExpiredClaims expired;
    private final JdbcClient jdbc;
    private final Clock clock;

    SessionPeople(Claims claims, ExpiredClaims expired, JdbcClient jdbc, Clock clock) {
        this.claims = claims;
        this.expired = expired;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Takes them for the sessions that have none yet; the caller has locked the calendars and the lots. If somebody is
     * missing, all who want that session are refused.
     *
     * @return the places where something was freed for them
     * @throws TakenMeanwhile if the constraint finds somebody taken who was free
     */
    List<PlaceId> take(List<HoldRequest> sessions, Map<PlaceId, Roster> here, Instant now, Refusals refusals) {
        var bySession = sessions.stream()
                .collect(Collectors.groupingBy(
                        request -> new Lot(request.offer().id().value(), request.start()),
                        TreeMap::new,
                        Collectors.toList()));
        return bySession.values().stream()
                .flatMap(wanted -> takeForAll(wanted, here, now, refusals))
                .distinct()
                .toList();
    }

    private Stream<PlaceId> takeForAll(
            List<HoldRequest> wanted, Map<PlaceId, Roster> here, Instant now, Refusals refusals) {
        var first = wanted.getFirst();
        if (hasThem(first)) {
            return Stream.of();
        }
        var freed = expired.removeInTheWay(List.of(first), now);
        var chosen = choose(first, Choice.rosterOf(here, first), now);
        if (chosen == null) {
            wanted.forEach(
                    request -> refusals.note(request.order(), Refusal.of(BookingReason.SLOT_TAKEN, "slotStart")));
        } else if (insert(first, chosen) < chosen.size()) {
            throw new TakenMeanwhile("people who were free are taken", null);
        }
        return freed.stream().map(Claims.Touched::place);
    }

    /** The sessions whose people and things stand in the way of these requests. */
    Set<Lot> inTheWay(Collection<HoldRequest> requests) {
        return Set.copyOf(jdbc.sql("""
            select distinct c.order_id, c.session_start
            from booking.claim c
            join unnest(?::int[], ?::uuid[], ?::timestamptz[], ?::timestamptz[])
                as w (region_id, place_id, starts, ends) using (region_id, place_id)
            where c.session_start is not null
              and lower(c.during) > w.starts - interval '2 days' and lower(c.during) < w.ends
              and upper(c.during) > w.starts
            """)
                .params(
                        Claims.column(
                                requests, request -> request.offer().region().number(), new Integer[0]),
                        Claims.column(
                                requests, request -> request.offer().place().value(), new UUID[0]),
                        Claims.column(
                                requests, request -> request.during().start().toString(), new String[0]),
                        Claims.column(
                                requests, request -> request.during().end().toString(), new String[0]))
                .query((row, number) -> new Lot(
                        row.getObject("order_id", UUID.class),
                        row.getTimestamp("session_start").toInstant()))
                .list());
    }

    /** Lets go of those of the sessions of which no seat is taken any more; the caller has locked the lots. */
    void release(Collection<Lot> lots) {
        jdbc.sql("""
            with gone as (
                delete from booking.claim c
                using unnest(?::int[], ?::uuid[], ?::timestamptz[]) as w (region_id, subject_id, starts_at)
                where c.region_id = w.region_id and c.order_id = w.subject_id and c.session_start = w.starts_at
                  and not exists (select from booking.lot l
                      where l.region_id = w.region_id and l.subject_id = w.subject_id and l.starts_at = w.starts_at
                        and l.taken > 0)
                returning c.*),
            """ + Withdrawals.NOTED + """
            select count(*) from gone
            """)
                .params(
                        Claims.column(lots, Lot::region, new Integer[0]),
                        Claims.column(lots, Lot::subject, new UUID[0]),
                        Claims.column(lots, lot -> lot.start().toString(), new String[0]),
                        Claims.sql(clock.instant()))
                .query(Integer.class)
                .single();
    }

    private boolean hasThem(HoldRequest request) {
        return jdbc.sql("""
            select exists (select from booking.claim where region_id = ? and order_id = ? and session_start = ?)
            """)
                .params(request.offer().region().number(), request.offer().id().value(), Claims.sql(request.start()))
                .query(Boolean.class)
                .single();
    }

    /** Null if somebody or something that it needs is taken or away. */
    private @Nullable List<Subject> choose(HoldRequest request, Roster roster, Instant now) {
        var taken = claims.taken(List.of(roster.place()), request.during(), now);
        return choose(request.offer(), roster, subject -> isFree(subject, request.during(), roster.timeline(), taken));
    }

    /** Whom and what a session of the offer takes; null if one of them is not free. */
    static @Nullable List<Subject> choose(Offer offer, Roster roster, Predicate<Subject> isFree) {
        var staff = roster.staffFor(offer);
        if ((staff.isEmpty() && !offer.staff().isEmpty()) || !staff.stream().allMatch(isFree)) {
            return null;
        }
        if (offer.resourceKind() == null) {
            return staff;
        }
        return roster.resourcesFor(offer).stream()
                .filter(isFree)
                .findFirst()
                .map(thing -> Stream.concat(staff.stream(), Stream.of(thing)).toList())
                .orElse(null);
    }

    private static boolean isFree(Subject subject, TimeSpan during, Timeline timeline, List<Claimed> taken) {
        return Bits.all(subject.open(), timeline.floor(during.start()), timeline.ceil(during.end()))
                && taken.stream()
                        .noneMatch(claim -> claim.subject().equals(subject.id())
                                && claim.during().overlaps(during));
    }

    private int insert(HoldRequest request, List<Subject> chosen) {
        var during = request.during();
        return jdbc.sql("""
            insert into booking.claim (region_id, subject_id, during, place_id, order_id, line, kind, session_start)
            select ?, s.subject_id, tstzrange(?::timestamptz, ?::timestamptz), ?, ?, 0, s.kind, ?::timestamptz
            from unnest(?::uuid[], ?::text[]) as s (subject_id, kind)
            order by s.subject_id
            on conflict do nothing
            """)
                .params(
                        request.offer().region().number(),
                        during.start().toString(),
                        during.end().toString(),
                        request.offer().place().value(),
                        request.offer().id().value(),
                        request.start().toString(),
                        Claims.column(chosen, Subject::id, new UUID[0]),
                        Claims.column(chosen, SessionPeople::kind, new String[0]))
                .update();
    }

    private static String kind(Subject subject) {
        return (subject.resourceKind() == null ? Claimed.Kind.STAFF : Claimed.Kind.RESOURCE).name();
    }
}
