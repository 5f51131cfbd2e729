package org.townloop.loop.ordering;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.RegionId;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.offer.OfferId;

/** The lines of those who wait. */
@Component
public class Waits {

    private static final String WAIT = """
        select id, resident_id, place_id, offer_id, from_at, to_at, quantity, joined_at, state, order_id, looks
        from ordering.wait
        """;

    private final JdbcClient jdbc;

    Waits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return the same wish, if they wait for it already */
    @Transactional(propagation = Propagation.MANDATORY)
    public Wait join(Wait wait) {
        jdbc.sql("""
            insert into ordering.wait (region_id, id, resident_id, place_id, offer_id, from_at, to_at, quantity,
                joined_at, state, look_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'WAITING', ?)
            on conflict do nothing
            """)
                .params(
                        wait.offer().region().number(),
                        wait.id(),
                        wait.resident().value(),
                        wait.place().value(),
                        wait.offer().value(),
                        Timestamp.from(wait.from()),
                        Timestamp.from(wait.to()),
                        wait.quantity(),
                        Timestamp.from(wait.joinedAt()),
                        Timestamp.from(wait.joinedAt()))
                .update();
        return jdbc.sql(WAIT + """
            where resident_id = ? and offer_id = ? and from_at = ? and to_at = ? and quantity = ?
              and state in ('WAITING', 'OFFERED')
            """)
                .params(
                        wait.resident().value(),
                        wait.offer().value(),
                        Timestamp.from(wait.from()),
                        Timestamp.from(wait.to()),
                        wait.quantity())
                .query(Waits::read)
                .single();
    }

    /** The newest first. */
    public List<Wait> of(PersonId resident, int most) {
        return jdbc.sql(WAIT + "where resident_id = ? order by joined_at desc, id desc limit ?")
                .params(resident.value(), most)
                .query(Waits::read)
                .list();
    }

    public int open(PersonId resident) {
        return jdbc.sql("""
            select count(*)::int from ordering.wait where resident_id = ? and state in ('WAITING', 'OFFERED')
            """).param(resident.value()).query(Integer.class).single();
    }

    /** How many wait for something that begins there and then. */
    public int waiting(PlaceId place, Instant from, Instant to) {
        return jdbc.sql("""
            select count(*)::int from ordering.wait
            where region_id = ? and place_id = ? and state = 'WAITING' and from_at < ? and to_at > ?
            """)
                .params(place.region().number(), place.value(), Timestamp.from(to), Timestamp.from(from))
                .query(Integer.class)
                .single();
    }

    /** Locked until the transaction ends; nothing if there is none. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Wait> lock(RegionId region, UUID id) {
        return find(region, id, "for update");
    }

    Optional<Wait> find(RegionId region, UUID id, String locking) {
        return jdbc.sql(WAIT + "where region_id = ? and id = ? " + locking)
                .params(region.number(), id)
                .query(Waits::read)
                .optional();
    }

    /** Who is to be looked for, place by place in the order in which they joined. */
    public List<Wait> due(Instant now, int most) {
        return jdbc.sql("select * from (" + WAIT + """
            where state = 'WAITING' and look_at <= ? order by look_at, joined_at, id limit ?) as due
            order by place_id, joined_at, id
            """)
                .params(Timestamp.from(now), most)
                .query(Waits::read)
                .list();
    }

    /** Something has changed at those places: whoever waits there is looked for, and shortly after once more. */
    public void look(Collection<UUID> places, Instant now) {
        jdbc.sql("""
            update ordering.wait w set look_at = least(w.look_at, ?), looks = 2
            from unnest(?::int[], ?::uuid[]) as p (region_id, place_id)
            where w.region_id = p.region_id and w.place_id = p.place_id and w.state = 'WAITING' and w.to_at > ?
            """)
                .params(
                        Timestamp.from(now),
                        places.stream()
                                .map(place -> RegionId.of(place).number())
                                .toArray(Integer[]::new),
                        places.toArray(UUID[]::new),
                        Timestamp.from(now))
                .update();
    }

    /** Nothing fitted, as far as could be seen; what has changed since it was read counts more. */
    public void lookAgain(Wait wait, Instant at) {
        jdbc.sql("""
            update ordering.wait set look_at = ?, looks = greatest(looks - 1, 0)
            where region_id = ? and id = ? and state = 'WAITING' and looks = ?
            """)
                .params(Timestamp.from(at), wait.offer().region().number(), wait.id(), wait.looks())
                .update();
    }

    /** @return whether they waited still; if not, nothing is written */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean offered(Wait wait, OrderId order) {
        return jdbc.sql("""
            update ordering.wait set state = 'OFFERED', order_id = ?, look_at = null
            where region_id = ? and id = ? and state = 'WAITING'
            """)
                        .params(order.value(), order.region().number(), wait.id())
                        .update()
                == 1;
    }

    /** What has come of orders that were offered; others are none of these. */
    public void become(WaitState state, Collection<UUID> orders) {
        var before = Stream.of(WaitState.values())
                .filter(each -> each.canBecome(state))
                .map(WaitState::name)
                .toArray(String[]::new);
        jdbc.sql("""
            update ordering.wait w set state = ?
            from unnest(?::int[], ?::uuid[]) as o (region_id, order_id)
            where w.region_id = o.region_id and w.order_id = o.order_id and w.state = any (?)
            """)
                .params(
                        state.name(),
                        orders.stream()
                                .map(order -> RegionId.of(order).number())
                                .toArray(Integer[]::new),
                        orders.toArray(UUID[]::new),
                        before)
                .update();
    }

    /** @return whether they waited still */
    public boolean leave(Wait wait) {
        return jdbc.sql("""
            update ordering.wait set state = 'LEFT', look_at = null
            where region_id = ? and id = ? and state = 'WAITING'
            """).params(wait.offer().region().number(), wait.id()).update() == 1;
    }

    /** Who waits for something of the offer that may begin then. */
    public List<Wait> of(OfferId offer, PlaceId place, Instant start) {
        return jdbc.sql(WAIT + """
            where region_id = ? and place_id = ? and offer_id = ? and from_at <= ? and to_at > ? and state = 'WAITING'
            order by joined_at, id
            """)
                .params(
                        place.region().number(),
                        place.value(),
                        offer.value(),
                        Timestamp.from(start),
                        Timestamp.from(start))
                .query(Waits::read)
                .list();
    }

    /** Nothing of what they wait for takes place any more. */
    public void over(Collection<Wait> waits) {
        jdbc.sql("""
            update ordering.wait w set state = 'OVER', look_at = null
            from unnest(?::int[], ?::uuid[]) as o (region_id, id)
            where w.region_id = o.region_id and w.id = o.id and w.state = 'WAITING'
            """)
                .params(
                        waits.stream()
                                .map(wait -> wait.offer().region().number())
                                .toArray(Integer[]::new),
                        waits.stream().map(Wait::id).toArray(UUID[]::new))
                .update();
    }

    /** Ends what cannot come any more. */
    public void end(Instant now) {
        jdbc.sql("update ordering.wait set state = 'OVER', look_at = null where state = 'WAITING' and to_at <= ?")
                .param(Timestamp.from(now))
                .update();
    }

    private static Wait read(ResultSet row, int number) throws SQLException {
        var order = row.getObject("order_id", UUID.class);
        return new Wait(
                row.getObject("id", UUID.class),
                new PersonId(row.getObject("resident_id", UUID.class)),
                new PlaceId(row.getObject("place_id", UUID.class)),
                new OfferId(row.getObject("offer_id", UUID.class)),
                row.getTimestamp("from_at").toInstant(),
                row.getTimestamp("to_at").toInstant(),
                row.getInt("quantity"),
                row.getTimestamp("joined_at").toInstant(),
                WaitState.valueOf(row.getString("state")),
                order == null ? null : new OrderId(order),
                row.getInt("looks"));
    }
}
