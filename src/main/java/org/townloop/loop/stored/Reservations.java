package org.townloop.loop.stored;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.RegionId;
import org.townloop.loop.ordering.OrderId;

/** What is set aside on cards. Who writes here has locked the order; who sets aside or uses has locked the card too. */
@Component
public class Reservations {

    private static final String SELECT = """
        select r.payment_id, r.order_id, r.card_id, r.amount_minor, c.currency, r.uses, r.state, r.made_at, r.until
        from stored.reservation r
        join stored.card c on (c.region_id, c.id) = (r.region_id, r.card_id)
        """;

    private final JdbcClient jdbc;

    Reservations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By one statement. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void insert(Collection<Reservation> reservations) {
        if (reservations.isEmpty()) {
            return;
        }
        jdbc.sql("""
            insert into stored.reservation (region_id, payment_id, order_id, card_id, amount_minor, uses, state, made_at,
                until)
            select * from unnest(?::int[], ?::uuid[], ?::uuid[], ?::uuid[], ?::bigint[], ?::int[], ?::text[],
                ?::timestamptz[], ?::timestamptz[])
            """)
                .params(
                        reservations.stream()
                                .map(one -> one.order().region().number())
                                .toArray(Integer[]::new),
                        reservations.stream().map(Reservation::payment).toArray(UUID[]::new),
                        reservations.stream().map(one -> one.order().value()).toArray(UUID[]::new),
                        reservations.stream().map(one -> one.card().value()).toArray(UUID[]::new),
                        reservations.stream().map(one -> one.amount().minor()).toArray(Long[]::new),
                        reservations.stream().map(Reservation::uses).toArray(Integer[]::new),
                        reservations.stream().map(one -> one.state().name()).toArray(String[]::new),
                        reservations.stream()
                                .map(one -> Timestamp.from(one.madeAt()))
                                .toArray(Timestamp[]::new),
                        reservations.stream()
                                .map(one -> Timestamp.from(one.until()))
                                .toArray(Timestamp[]::new))
                .update();
    }

    /** Whatever became of them, by order and card. */
    public List<Reservation> ofPayments(Collection<UUID> payments) {
        return payments.isEmpty()
                ? List.of()
                : jdbc.sql(SELECT + """
                     where (r.region_id, r.payment_id) in (select * from unnest(?::int[], ?::uuid[]))
                    order by r.payment_id, r.order_id, r.card_id
                    """)
                        .params(regions(payments), payments.toArray(UUID[]::new))
                        .query(Reservations::read)
                        .list();
    }

    /** Those of orders that are in that state. */
    public List<Reservation> of(Collection<OrderId> orders, ReservationState state) {
        var ids = orders.stream().map(OrderId::value).toList();
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql(SELECT + """
                     where (r.region_id, r.order_id) in (select * from unnest(?::int[], ?::uuid[])) and r.state = ?
                    order by r.order_id, r.card_id
                    """)
                        .params(regions(ids), ids.toArray(UUID[]::new), state.name())
                        .query(Reservations::read)
                        .list();
    }

    /** What was set aside or used of a card, the latest first. */
    public List<Reservation> of(CardId card) {
        return jdbc.sql(SELECT + " where r.region_id = ? and r.card_id = ? order by r.made_at desc, r.order_id")
                .params(card.region().number(), card.value())
                .query(Reservations::read)
                .list();
    }

    /** Moves them on, by one guarded statement; one that meanwhile went another way stays as it is. */
    @Transactional(propagation = Propagation.MANDATORY)
    public int become(ReservationState next, Collection<Reservation> reservations) {
        return reservations.isEmpty()
                ? 0
                : jdbc.sql("""
                    update stored.reservation r set state = ?
                    from unnest(?::int[], ?::uuid[], ?::uuid[], ?::uuid[]) as w (region_id, payment_id, order_id, card_id)
                    where (r.region_id, r.payment_id, r.order_id, r.card_id)
                        = (w.region_id, w.payment_id, w.order_id, w.card_id) and r.state = any (?)
                    """)
                        .params(
                                next.name(),
                                reservations.stream()
                                        .map(one -> one.order().region().number())
                                        .toArray(Integer[]::new),
                                reservations.stream().map(Reservation::payment).toArray(UUID[]::new),
                                reservations.stream()
                                        .map(one -> one.order().value())
                                        .toArray(UUID[]::new),
                                reservations.stream()
                                        .map(one -> one.card().value())
                                        .toArray(UUID[]::new),
                                next.before())
                        .update();
    }

    /** The cards have again what is set aside for these orders, but not for those payments. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void free(Collection<OrderId> orders, Set<UUID> but) {
        if (!orders.isEmpty()) {
            var ids = orders.stream().map(OrderId::value).toList();
            jdbc.sql("""
                update stored.reservation r set state = 'FREED'
                where (r.region_id, r.order_id) in (select * from unnest(?::int[], ?::uuid[]))
                    and r.state = 'OPEN' and r.payment_id <> all (?)
                """)
                    .params(regions(ids), ids.toArray(UUID[]::new), but.toArray(UUID[]::new))
                    .update();
        }
    }

    /** These cards are locked and pay nothing any more: payments that are under way go back whole. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void freeOf(Collection<CardId> cards) {
        if (!cards.isEmpty()) {
            jdbc.sql("""
                update stored.reservation r set state = 'FREED'
                where (r.region_id, r.card_id) in (select * from unnest(?::int[], ?::uuid[])) and r.state = 'OPEN'
                """).params(Cards.regions(cards), Cards.ids(cards)).update();
        }
    }

    private static Integer[] regions(Collection<UUID> ids) {
        return ids.stream().map(id -> RegionId.of(id).number()).toArray(Integer[]::new);
    }

    private static Reservation read(ResultSet row, int number) throws SQLException {
        return new Reservation(
                row.getObject("payment_id", UUID.class),
                new OrderId(row.getObject("order_id", UUID.class)),
                new CardId(row.getObject("card_id", UUID.class)),
                Money.of(row.getLong("amount_minor"), row.getString("currency")),
                row.getObject("uses", Integer.class),
                ReservationState.valueOf(row.getString("state")),
                row.getTimestamp("made_at").toInstant(),
                row.getTimestamp("until").toInstant());
    }
}
