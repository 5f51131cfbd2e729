package org.townloop.loop.deal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.PersonId;

/** The lines. Who writes here has locked the deal's row. */
@Component
class Standings {

    private static final String STANDING = """
        select s.deal_id, s.number, s.person_id, s.units, s.state, s.turn, s.granted, s.call_until, s.order_id
        from deal.standing s
        """;

    private final JdbcClient jdbc;

    Standings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The latest of a person. */
    Optional<Standing> latest(DealId deal, PersonId person) {
        return jdbc.sql(STANDING
                        + "where s.region_id = ? and s.deal_id = ? and s.person_id = ? order by s.number desc limit 1")
                .params(deal.region().number(), deal.value(), person.value())
                .query(Standings::read)
                .optional();
    }

    /** At the end of the line; before the draw nobody knows where that is. */
    Standing join(Deal deal, PersonId person, int units, Instant now) {
        return jdbc.sql("""
            with next as (
                update deal.deal set numbers = numbers + 1, turns = turns + case when state = 'OPEN' then 1 else 0 end
                where region_id = ? and id = ?
                returning region_id, id, numbers, case when state = 'OPEN' then turns end as turn)
            insert into deal.standing (region_id, deal_id, number, person_id, units, state, arrived_at, turn)
            select region_id, id, numbers, ?, ?, 'WAITING', ?, turn from next
            returning deal_id, number, person_id, units, state, turn, granted, call_until, order_id
            """)
                .params(deal.id().region().number(), deal.id().value(), person.value(), units, Timestamp.from(now))
                .query(Standings::read)
                .single();
    }

    /** Gives turns to all who wait: in the order of their ranks, as {@link Draws} says. */
    void draw(DealId deal) {
        jdbc.sql("""
            with drawn as (
                select s.number,
                    row_number() over (
                        order by sha256(convert_to(d.seed || ':' || s.number, 'UTF8')), s.number) as turn
                from deal.standing s
                join deal.deal d on d.region_id = s.region_id and d.id = s.deal_id
                where s.region_id = ? and s.deal_id = ? and s.state = 'WAITING'),
            placed as (
                update deal.standing s set turn = drawn.turn
                from drawn
                where s.region_id = ? and s.deal_id = ? and s.number = drawn.number)
            update deal.deal set turns = (select count(*) from drawn) where region_id = ? and id = ?
            """)
                .params(
                        deal.region().number(),
                        deal.value(),
                        deal.region().number(),
                        deal.value(),
                        deal.region().number(),
                        deal.value())
                .update();
    }

    /** Those who were called and have not come in time keep their pieces no longer. */
    void lapse(DealId deal, Instant now) {
        jdbc.sql("""
            update deal.standing set state = 'MISSED'
            where region_id = ? and deal_id = ? and state = 'CALLED' and call_until <= ?
            """)
                .params(deal.region().number(), deal.value(), Timestamp.from(now))
                .update();
    }

    /** How many pieces are kept for those who were called. */
    int kept(DealId deal) {
        return jdbc.sql("""
            select coalesce(sum(granted), 0)::int from deal.standing
            where region_id = ? and deal_id = ? and state = 'CALLED'
            """)
                .params(deal.region().number(), deal.value())
                .query(Integer.class)
                .single();
    }

    /** Calls so many as there are pieces for, in turn; the last may get fewer than they want. */
    List<Standing> call(DealId deal, int pieces, Instant until) {
        return jdbc.sql("""
            with waiting as (
                select number, units, sum(units) over (order by turn) - units as before
                from (
                    select number, units, turn from deal.standing
                    where region_id = ? and deal_id = ? and state = 'WAITING' and turn is not null
                    order by turn limit ?) as first)
            update deal.standing s
            set state = 'CALLED', granted = least(w.units, ? - w.before), call_until = ?
            from waiting w
            where s.region_id = ? and s.deal_id = ? and s.number = w.number and w.before < ?
            returning s.deal_id, s.number, s.person_id, s.units, s.state, s.turn, s.granted, s.call_until, s.order_id
            """)
                .params(
                        deal.region().number(),
                        deal.value(),
                        pieces,
                        pieces,
                        Timestamp.from(until),
                        deal.region().number(),
                        deal.value(),
                        pieces)
                .query(Standings::read)
                .list();
    }

    void leave(Standing standing) {
        jdbc.sql("""
            update deal.standing set state = 'LEFT'
            where region_id = ? and deal_id = ? and number = ? and state in ('WAITING', 'CALLED')
            """)
                .params(standing.deal().region().number(), standing.deal().value(), standing.number())
                .update();
    }

    /** The deal has closed: nobody is called any more. */
    void end(DealId deal) {
        jdbc.sql("""
            update deal.standing set state = 'OVER'
            where region_id = ? and deal_id = ? and state in ('WAITING', 'CALLED')
            """).params(deal.region().number(), deal.value()).update();
    }

    /** Those of these people who were called. */
    List<Standing> called(Collection<DealId> deals, Collection<UUID> people, Instant now) {
        return jdbc.sql(STANDING + """
            join unnest(?::int[], ?::uuid[]) as w (region_id, deal_id) using (region_id, deal_id)
            where s.state = 'CALLED' and s.call_until > ? and s.person_id = any (?)
            """)
                .params(regions(deals), ids(deals), Timestamp.from(now), people.toArray(UUID[]::new))
                .query(Standings::read)
                .list();
    }

    /** Those of the deals for which somebody stands in line. */
    List<UUID> lined(Collection<DealId> deals, Instant now) {
        return jdbc.sql("""
            select w.deal_id from unnest(?::int[], ?::uuid[]) as w (region_id, deal_id)
            where exists (
                    select from deal.standing s
                    where s.region_id = w.region_id and s.deal_id = w.deal_id and s.state = 'WAITING')
                or exists (
                    select from deal.standing s
                    where s.region_id = w.region_id and s.deal_id = w.deal_id and s.state = 'CALLED' and s.call_until > ?)
            """)
                .params(regions(deals), ids(deals), Timestamp.from(now))
                .query((row, number) -> row.getObject("deal_id", UUID.class))
                .list();
    }

    /** Who was called has their orders now. */
    void held(List<Standing> called) {
        jdbc.sql("""
            update deal.standing s set state = 'HELD', order_id = w.order_id
            from unnest(?::int[], ?::uuid[], ?::int[], ?::uuid[]) as w (region_id, deal_id, number, order_id)
            where s.region_id = w.region_id and s.deal_id = w.deal_id and s.number = w.number and s.state = 'CALLED'
            """)
                .params(
                        called.stream()
                                .map(each -> each.deal().region().number())
                                .toArray(Integer[]::new),
                        called.stream().map(each -> each.deal().value()).toArray(UUID[]::new),
                        called.stream().map(Standing::number).toArray(Integer[]::new),
                        called.stream().map(Standing::order).toArray(UUID[]::new))
                .update();
    }

    /** How many wait, and how many of them before that turn. */
    Ahead ahead(DealId deal, int turn) {
        return jdbc.sql("""
            select count(*)::int as waiting, (count(*) filter (where turn < ?))::int as before
            from deal.standing where region_id = ? and deal_id = ? and state = 'WAITING'
            """)
                .params(turn, deal.region().number(), deal.value())
                .query(Ahead.class)
                .single();
    }

    record Ahead(int waiting, int before) {}

    /**
     * Deals that are open and have a line that may move.
     *
     * @param after which of them, by id
     */
    List<DealId> moving(Instant now, UUID after, int limit) {
        return jdbc.sql("""
            select d.id from deal.deal d
            where d.state = 'OPEN' and d.closes_at > ? and d.id > ? and exists (
                select from deal.standing s
                where s.region_id = d.region_id and s.deal_id = d.id and s.state = 'WAITING')
            order by d.id limit ?
            """)
                .params(Timestamp.from(now), after, limit)
                .query((row, number) -> new DealId(row.getObject("id", UUID.class)))
                .list();
    }

    private static Integer[] regions(Collection<DealId> deals) {
        return deals.stream().map(deal -> deal.region().number()).toArray(Integer[]::new);
    }

    private static UUID[] ids(Collection<DealId> deals) {
        return deals.stream().map(DealId::value).toArray(UUID[]::new);
    }

    private static Standing read(ResultSet row, int number) throws SQLException {
        var until = row.getTimestamp("call_until");
        return new Standing(
                new DealId(row.getObject("deal_id", UUID.class)),
                row.getInt("number"),
                new PersonId(row.getObject("person_id", UUID.class)),
                row.getInt("units"),
                StandingState.valueOf(row.getString("state")),
                row.getObject("turn", Integer.class),
                row.getObject("granted", Integer.class),
                until == null ? null : until.toInstant(),
                row.getObject("order_id", UUID.class));
    }
}
