package org.townloop.loop.stored;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.townloop.base.kernel.RegionId;
import org.townloop.loop.ordering.OrderId;
import org.townloop.supply.merchant.MerchantId;

/** The cards that were sold, by what sold them. */
@Component
public class SoldCards {

    private final JdbcClient jdbc;

    SoldCards(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Cards that ran out and of which nothing is set aside, locked; those that somebody else has locked are left out. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Card> lockRunOut(Instant now, int limit) {
        return jdbc.sql(CardRows.SELECT + """
             where c.state = 'ACTIVE' and c.expires_at <= ?
               and not exists (select from stored.reservation r
                   where (r.region_id, r.card_id, r.state) = (c.region_id, c.id, 'OPEN'))
            order by c.expires_at limit ?
            for update of c skip locked
            """)
                .params(Timestamp.from(now), limit)
                .query(CardRows::read)
                .list();
    }

    /**
     * Cards that run out within so long and whose owners were not told yet, locked. A card that is good for a short time is
     * told of in its second half only.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Card> lockEnding(Instant now, Duration ahead, int limit) {
        return jdbc.sql(CardRows.SELECT + """
             where c.state = 'ACTIVE' and c.ending_told_at is null and c.expires_at > ? and c.expires_at <= ?
                and ? >= c.sold_at + (c.expires_at - c.sold_at) / 2
            order by c.expires_at limit ?
            for no key update of c skip locked
            """)
                .params(Timestamp.from(now), Timestamp.from(now.plus(ahead)), Timestamp.from(now), limit)
                .query(CardRows::read)
                .list();
    }

    /** That they run out. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void toldOf(Collection<CardId> cards, Instant at) {
        jdbc.sql("""
            update stored.card set ending_told_at = ?
            where (region_id, id) in (select * from unnest(?::int[], ?::uuid[]))
            """)
                .params(Timestamp.from(at), Cards.regions(cards), Cards.ids(cards))
                .update();
    }

    /** Which merchants' cards they are: all of these regions that may still have something on them. */
    public Map<UUID, UUID> merchants(Collection<RegionId> regions) {
        return jdbc
                .sql("select id, merchant_id from stored.card where region_id = any (?) and state in ('ACTIVE',"
                        + " 'STOPPED')")
                .param(regions.stream().map(RegionId::number).toArray(Integer[]::new))
                .query((row, number) ->
                        Map.entry(row.getObject("id", UUID.class), row.getObject("merchant_id", UUID.class)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** All that a merchant has sold. */
    public List<UUID> of(MerchantId merchant) {
        return jdbc.sql("select id from stored.card where region_id = ? and merchant_id = ?")
                .params(merchant.region().number(), merchant.value())
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
    }

    /** All that came of these orders. */
    public List<CardId> of(Collection<OrderId> orders) {
        return orders.isEmpty()
                ? List.of()
                : jdbc.sql("""
                    select c.id from stored.card c
                    where (c.region_id, c.order_id) in (select * from unnest(?::int[], ?::uuid[]))
                    """)
                        .params(
                                orders.stream()
                                        .map(order -> order.region().number())
                                        .toArray(Integer[]::new),
                                orders.stream().map(OrderId::value).toArray(UUID[]::new))
                        .query((row, number) -> new CardId(row.getObject("id", UUID.class)))
                        .list();
    }

    /** The first card that came of an order. */
    public Optional<CardId> of(OrderId order) {
        return jdbc.sql("select id from stored.card where region_id = ? and order_id = ? order by line limit 1")
                .params(order.region().number(), order.value())
                .query((row, number) -> new CardId(row.getObject("id", UUID.class)))
                .optional();
    }
}
