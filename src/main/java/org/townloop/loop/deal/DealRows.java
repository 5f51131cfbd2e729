package org.townloop.loop.deal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Money;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.offer.OfferId;

/** The table of deals. Who locks a deal's row is the only one who takes pieces of it, or keeps them for somebody. */
@Component
class DealRows {

    private static final String DEAL = """
        select d.region_id, d.id, d.offer_id, d.place_id, d.price_minor, d.currency, d.opens_at, d.closes_at, d.stock, d.most_each,
            d.least, d.state, d.seed_hash, case when d.state in ('ANNOUNCED', 'WITHDRAWN') then null else d.seed end as seed,
            d.sold
        from deal.deal d
        """;

    private final JdbcClient jdbc;

    DealRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Deal> find(DealId id) {
        return jdbc.sql(DEAL + "where d.region_id = ? and d.id = ?")
                .params(id.region().number(), id.value())
                .query(DealRows::read)
                .optional();
    }

    /** Locked until the transaction ends. */
    Optional<Deal> lock(DealId id) {
        return lock(List.of(id), "").stream().findFirst();
    }

    /** @param waiting what follows {@code for no key update}: nothing, or {@code skip locked} */
    List<Deal> lock(Collection<DealId> ids, String waiting) {
        return jdbc.sql(DEAL + """
            join unnest(?::int[], ?::uuid[]) as w (region_id, id) using (region_id, id)
            order by d.region_id, d.id
            for no key update of d
            """ + waiting)
                .params(
                        ids.stream().map(id -> id.region().number()).toArray(Integer[]::new),
                        ids.stream().map(DealId::value).toArray(UUID[]::new))
                .query(DealRows::read)
                .list();
    }

    /** Those that are open then, or open later: of each offer the first. */
    List<Deal> ahead(Collection<OfferId> offers, Instant now) {
        return jdbc.sql("select distinct on (region_id, offer_id) * from (" + DEAL + """
            join unnest(?::int[], ?::uuid[]) as w (region_id, offer_id) using (region_id, offer_id)
            where d.state in ('ANNOUNCED', 'OPEN') and d.closes_at > ?) as ahead
            order by region_id, offer_id, opens_at
            """)
                .params(
                        offers.stream().map(id -> id.region().number()).toArray(Integer[]::new),
                        offers.stream().map(OfferId::value).toArray(UUID[]::new),
                        Timestamp.from(now))
                .query(DealRows::read)
                .list();
    }

    /** All of the place, the latest first. */
    List<Deal> at(PlaceId place, int limit) {
        return jdbc.sql(DEAL + "where d.region_id = ? and d.place_id = ? order by d.opens_at desc, d.id desc limit ?")
                .params(place.region().number(), place.value(), limit)
                .query(DealRows::read)
                .list();
    }

    Set<OfferId> offersSince(Instant closed) {
        return Set.copyOf(jdbc.sql("select distinct offer_id from deal.deal where closes_at >= ?")
                .param(Timestamp.from(closed))
                .query((row, number) -> new OfferId(row.getObject("offer_id", UUID.class)))
                .list());
    }

    List<DealId> toOpen(Instant now, int limit) {
        return ids(
                "select id from deal.deal where state = 'ANNOUNCED' and opens_at <= ? order by opens_at limit ?",
                now,
                limit);
    }

    List<DealId> toClose(Instant now, int limit) {
        return ids(
                "select id from deal.deal where state = 'OPEN' and closes_at <= ? order by closes_at limit ?",
                now,
                limit);
    }

    private List<DealId> ids(String sql, Instant now, int limit) {
        return jdbc.sql(sql)
                .params(Timestamp.from(now), limit)
                .query((row, number) -> new DealId(row.getObject("id", UUID.class)))
                .list();
    }

    void insert(Deal deal, String seed, Instant now) {
        jdbc.sql("""
            insert into deal.deal (region_id, id, offer_id, place_id, price_minor, currency, opens_at, closes_at, stock,
                most_each, least, state, seed, seed_hash, made_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
                .params(Arrays.<@Nullable Object>asList(
                        deal.id().region().number(),
                        deal.id().value(),
                        deal.offer().value(),
                        deal.place().value(),
                        deal.price().minor(),
                        deal.price().currency().getCurrencyCode(),
                        Timestamp.from(deal.opensAt()),
                        Timestamp.from(deal.closesAt()),
                        deal.stock(),
                        deal.each(),
                        deal.least(),
                        deal.state().name(),
                        seed,
                        deal.seedHash(),
                        Timestamp.from(now)))
                .update();
    }

    /** @param sold when it closes; null otherwise */
    void become(Deal deal, DealState next, @Nullable Integer sold) {
        if (!deal.state().canBecome(next)) {
            throw new IllegalStateException(deal.state() + " becomes no " + next);
        }
        jdbc.sql("update deal.deal set state = ?, sold = ? where region_id = ? and id = ?")
                .params(Arrays.<@Nullable Object>asList(
                        next.name(),
                        sold,
                        deal.id().region().number(),
                        deal.id().value()))
                .update();
    }

    void closeAt(DealId id, Instant at) {
        jdbc.sql("update deal.deal set closes_at = ? where region_id = ? and id = ?")
                .params(Timestamp.from(at), id.region().number(), id.value())
                .update();
    }

    private static Deal read(ResultSet row, int number) throws SQLException {
        return new Deal(
                new DealId(row.getObject("id", UUID.class)),
                new OfferId(row.getObject("offer_id", UUID.class)),
                new PlaceId(row.getObject("place_id", UUID.class)),
                Money.of(row.getLong("price_minor"), row.getString("currency")),
                row.getTimestamp("opens_at").toInstant(),
                row.getTimestamp("closes_at").toInstant(),
                row.getInt("stock"),
                row.getInt("most_each"),
                row.getObject("least", Integer.class),
                DealState.valueOf(row.getString("state")),
                row.getString("seed_hash"),
                row.getString("seed"),
                row.getObject("sold", Integer.class));
    }
}
