package org.townloop.loop.ordering;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.RegionId;

/** Which orders were held together. */
@Component
public class Baskets {

    private final JdbcClient jdbc;
    private final Orders orders;
    private final Clock clock;

    Baskets(JdbcClient jdbc, Orders orders, Clock clock) {
        this.jdbc = jdbc;
        this.orders = orders;
        this.clock = clock;
    }

    /**
     * Writes that these orders, which are written already, are held together.
     *
     * @param combined whether they are pieces of one appointment: one guest has all of them
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void insert(Basket basket, boolean combined) {
        jdbc.sql("insert into ordering.basket (region_id, id, created_at, combined) values (?, ?, ?, ?)")
                .params(
                        basket.id().region().number(),
                        basket.id().value(),
                        clock.instant().atOffset(ZoneOffset.UTC),
                        combined)
                .update();
        jdbc.sql("""
            insert into ordering.basket_order (region_id, basket_id, position, order_id)
            select ?, ?, o.position, o.id from unnest(?::uuid[]) with ordinality as o (id, position)
            """)
                .params(basket.id().region().number(), basket.id().value())
                .param(basket.orders().stream().map(order -> order.id().value()).toArray(UUID[]::new))
                .update();
    }

    /** @throws Absent if there is no such basket */
    public Basket get(BasketId id) {
        var ids = orders(id);
        return basket(id, ids, orders.get(ids));
    }

    /** Locks all of its orders, by their ids, until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Basket lock(BasketId id) {
        var ids = orders(id);
        return basket(id, ids, orders.lock(ids).stream().collect(Collectors.toMap(Order::id, order -> order)));
    }

    /** In which basket the order was held, if it was in one. */
    public Optional<BasketId> of(OrderId order) {
        return Optional.ofNullable(of(List.of(order)).get(order));
    }

    /** The pieces of the combined appointment of which the order is one, itself among them; nothing if it is of none. */
    public List<OrderId> pieces(OrderId order) {
        return jdbc.sql("""
            select p.order_id
            from ordering.basket_order o
            join ordering.basket b on (b.region_id, b.id) = (o.region_id, o.basket_id) and b.combined
            join ordering.basket_order p on (p.region_id, p.basket_id) = (b.region_id, b.id)
            where o.region_id = ? and o.order_id = ?
            order by p.position
            """)
                .params(order.region().number(), order.value())
                .query((row, number) -> new OrderId(row.getObject("order_id", UUID.class)))
                .list();
    }

    /** The same of many; those that were held alone are left out. */
    public Map<OrderId, BasketId> of(Collection<OrderId> some) {
        return jdbc
                .sql("""
                    select b.order_id, b.basket_id
                    from ordering.basket_order b
                    join unnest(?::int[], ?::uuid[]) as o (region_id, order_id) using (region_id, order_id)
                    """)
                .params(
                        some.stream().map(order -> order.region().number()).toArray(Integer[]::new),
                        some.stream().map(OrderId::value).toArray(UUID[]::new))
                .query((row, number) -> Map.entry(
                        new OrderId(row.getObject("order_id", UUID.class)),
                        new BasketId(row.getObject("basket_id", UUID.class))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Those of these baskets that are one appointment: one guest has all of their orders. */
    public Set<BasketId> combined(Collection<BasketId> some) {
        return Set.copyOf(jdbc.sql("""
            select distinct b.id
            from ordering.basket b
            join unnest(?::int[], ?::uuid[]) as o (region_id, id) using (region_id, id)
            where b.combined
            """)
                .params(
                        some.stream().map(basket -> basket.region().number()).toArray(Integer[]::new),
                        some.stream().map(BasketId::value).toArray(UUID[]::new))
                .query((row, number) -> new BasketId(row.getObject("id", UUID.class)))
                .list());
    }

    /** What each of these baskets holds, by one statement. */
    public Map<BasketId, List<OrderId>> orders(Collection<BasketId> some) {
        return jdbc
                .sql("""
                    select b.basket_id, b.order_id
                    from ordering.basket_order b
                    join unnest(?::int[], ?::uuid[]) as o (region_id, basket_id) using (region_id, basket_id)
                    order by b.basket_id, b.position
                    """)
                .params(
                        some.stream().map(basket -> basket.region().number()).toArray(Integer[]::new),
                        some.stream().map(BasketId::value).toArray(UUID[]::new))
                .query((row, number) -> Map.entry(
                        new BasketId(row.getObject("basket_id", UUID.class)),
                        new OrderId(row.getObject("order_id", UUID.class))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private List<OrderId> orders(BasketId id) {
        var ids = RegionId.isIn(id.value())
                ? jdbc.sql("""
                    select order_id from ordering.basket_order where region_id = ? and basket_id = ? order by position
                    """)
                        .params(id.region().number(), id.value())
                        .query((row, number) -> new OrderId(row.getObject("order_id", UUID.class)))
                        .list()
                : List.<OrderId>of();
        if (ids.isEmpty()) {
            throw new Absent("basket " + id.value());
        }
        return ids;
    }

    private static Basket basket(BasketId id, List<OrderId> ids, Map<OrderId, Order> found) {
        return new Basket(
                id,
                ids.stream()
                        .map(order -> Objects.requireNonNull(found.get(order)))
                        .toList());
    }
}
