package org.townloop.supply.booking;

import static org.townloop.supply.booking.Claims.column;
import static org.townloop.supply.booking.Claims.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.OfferId;

/** The table of sessions that need people. Its rows are written by whoever has locked the calendar of the place. */
@Component
class Gatherings {

    /** A session whose row is there. */
    record Row(Lot lot, PlaceId place, Gathering gathering) {}

    private static final String ROW = """
        select s.offer_id, s.starts_at, s.place_id, s.fewest, s.decide_at, s.state, s.decided_at,
            case when s.state = 'CALLED_OFF' then s.booked else (
                select coalesce(sum(c.units), 0)::int from booking.lot_claim c
                where c.region_id = s.region_id and c.subject_id = s.offer_id and c.starts_at = s.starts_at
                  and c.expires_at is null and not c.leaving) end as booked
        from booking.session s
        """;

    private final JdbcClient jdbc;

    Gatherings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of the lots that are there. */
    Map<Lot, Gathering> of(Collection<Lot> lots) {
        return byLot(jdbc.sql(ROW + """
            join unnest(?::int[], ?::uuid[], ?::timestamptz[]) as w (region_id, offer_id, starts_at)
                using (region_id, offer_id, starts_at)
            """)
                .params(LotClaims.regions(lots), LotClaims.subjects(lots), LotClaims.starts(lots))
                .query(Gatherings::row)
                .list());
    }

    /** Those at the places that begin at the one moment or later, and before the other. */
    Map<Lot, Gathering> at(Collection<PlaceId> places, Instant from, Instant to) {
        return byLot(jdbc.sql(ROW + """
            join unnest(?::int[], ?::uuid[]) as p (region_id, place_id) using (region_id, place_id)
            where s.starts_at >= ? and s.starts_at < ?
            """)
                .params(Claims.regions(places), Claims.ids(places), sql(from), sql(to))
                .query(Gatherings::row)
                .list());
    }

    /** Those that are to be decided by now, the longest due first. */
    List<Row> due(Instant now, int limit) {
        return jdbc.sql(ROW + "where s.state = 'UNDECIDED' and s.decide_at <= ? order by s.decide_at limit ?")
                .params(sql(now), limit)
                .query(Gatherings::row)
                .list();
    }

    /** Locked until the transaction ends. */
    Optional<Row> lock(Lot lot) {
        return jdbc.sql(ROW + "where s.region_id = ? and s.offer_id = ? and s.starts_at = ? for update of s")
                .params(lot.region(), lot.subject(), sql(lot.start()))
                .query(Gatherings::row)
                .optional();
    }

    /** The sessions of the offer that were called off. */
    List<Instant> calledOff(OfferId offer) {
        return jdbc.sql("""
            select starts_at from booking.session where region_id = ? and offer_id = ? and state = 'CALLED_OFF'
            """)
                .params(offer.region().number(), offer.value())
                .query((row, number) -> row.getTimestamp("starts_at").toInstant())
                .list();
    }

    /** What is promised to whoever has the first seat of a session that needs people. */
    void promiseTo(List<HoldRequest> sessions) {
        promise(sessions.stream().flatMap(Gatherings::asOffered).toList());
    }

    /** What is there already stays. */
    void promise(Collection<Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        jdbc.sql("""
            insert into booking.session (region_id, offer_id, starts_at, place_id, fewest, decide_at, state)
            select region_id, offer_id, starts_at, place_id, fewest, decide_at, 'UNDECIDED'
            from unnest(?::int[], ?::uuid[], ?::timestamptz[], ?::uuid[], ?::int[], ?::timestamptz[])
                as w (region_id, offer_id, starts_at, place_id, fewest, decide_at)
            on conflict do nothing
            """)
                .params(Arrays.<@Nullable Object>asList(
                        column(rows, row -> row.lot().region(), new Integer[0]),
                        column(rows, row -> row.lot().subject(), new UUID[0]),
                        column(rows, row -> row.lot().start().toString(), new String[0]),
                        column(rows, row -> row.place().value(), new UUID[0]),
                        column(rows, row -> row.gathering().fewest(), new Integer[0]),
                        column(rows, row -> row.gathering().decideAt().toString(), new String[0])))
                .update();
    }

    private static Stream<Row> asOffered(HoldRequest session) {
        var offer = session.offer();
        var gathering = Gathering.asOffered(offer, session.start());
        return gathering == null
                ? Stream.of()
                : Stream.of(new Row(new Lot(offer.id().value(), session.start()), offer.place(), gathering));
    }

    /** @return whether it could still be decided so */
    boolean become(SessionState state, Lot lot, int booked, Instant now) {
        var before = Arrays.stream(SessionState.values())
                .filter(each -> each.canBecome(state))
                .map(SessionState::name)
                .toArray(String[]::new);
        return jdbc.sql("""
            update booking.session set state = ?, booked = ?, decided_at = ?
            where region_id = ? and offer_id = ? and starts_at = ? and state = any (?)
            """)
                        .params(state.name(), booked, sql(now), lot.region(), lot.subject(), sql(lot.start()), before)
                        .update()
                == 1;
    }

    /** Its place has called it off itself: nothing is to be decided. */
    void forget(Lot lot) {
        jdbc.sql("delete from booking.session where region_id = ? and offer_id = ? and starts_at = ?")
                .params(lot.region(), lot.subject(), sql(lot.start()))
                .update();
    }

    /** What was bought when the class took place however few came is had so: it counts as decided. */
    void keepUnconditional(Offer offer, Instant now) {
        jdbc.sql("""
            insert into booking.session
                (region_id, offer_id, starts_at, place_id, fewest, decide_at, state, decided_at, booked)
            select l.region_id, l.subject_id, l.starts_at, ?, 0, l.starts_at, 'CONFIRMED', ?, l.taken
            from booking.lot l
            where l.region_id = ? and l.subject_id = ? and l.starts_at > ? and l.taken > 0
            on conflict do nothing
            """)
                .params(
                        offer.place().value(),
                        sql(now),
                        offer.region().number(),
                        offer.id().value(),
                        sql(now))
                .update();
    }

    /** Whoever has bought is never asked for more company than was said then, and gladly for less. */
    void atMost(Offer offer, int fewest) {
        jdbc.sql("""
            update booking.session set fewest = ?
            where region_id = ? and offer_id = ? and state = 'UNDECIDED' and fewest > ?
            """)
                .params(fewest, offer.region().number(), offer.id().value(), fewest)
                .update();
    }

    /** The sessions of the offer ahead that are not decided yet, by start. */
    List<Row> undecided(Offer offer) {
        return jdbc.sql(ROW + """
            where s.region_id = ? and s.offer_id = ? and s.state = 'UNDECIDED' order by s.starts_at for update of s
            """)
                .params(offer.region().number(), offer.id().value())
                .query(Gatherings::row)
                .list();
    }

    private static Map<Lot, Gathering> byLot(List<Row> rows) {
        return rows.stream().collect(Collectors.toMap(Row::lot, Row::gathering));
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        var decided = row.getTimestamp("decided_at");
        return new Row(
                new Lot(
                        row.getObject("offer_id", UUID.class),
                        row.getTimestamp("starts_at").toInstant()),
                new PlaceId(row.getObject("place_id", UUID.class)),
                new Gathering(
                        row.getInt("fewest"),
                        row.getInt("booked"),
                        row.getTimestamp("decide_at").toInstant(),
                        SessionState.valueOf(row.getString("state")),
                        decided == null ? null : decided.toInstant()));
    }
}
