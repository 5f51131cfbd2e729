package org.townloop.loop.ordering;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Money;
import org.townloop.supply.merchant.PlaceId;
import tools.jackson.databind.json.JsonMapper;

/** The orders, and the only way in which their state changes. */
@Component
public class Orders {

    private final JdbcTemplate jdbc;
    private final OrderRows rows;
    private final OrderInserts inserts;
    private final JsonMapper json;

    Orders(JdbcTemplate jdbc, OrderRows rows, OrderInserts inserts, JsonMapper json) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.inserts = inserts;
        this.json = json;
    }

    /** Whether anything was ever sold at the place: paid here or at the shop, or given away for nothing. */
    public boolean hasSold(PlaceId place) {
        return Boolean.TRUE.equals(
                jdbc.queryForObject("""
                    select exists (
                        select 1 from ordering.orders where region_id = ? and place_id = ? and paid_at is not null)
                    """, Boolean.class, place.region().number(), place.value()));
    }

    /** @throws Absent if there is no such order */
    public Order get(OrderId id) {
        return find(id).orElseThrow(() -> new Absent("order " + id.value()));
    }

    public Optional<Order> find(OrderId id) {
        return rows.where("region_id = ? and id = ?", id.region().number(), id.value()).stream()
                .findFirst();
    }

    /** @throws Absent if there is no such order */
    public OrderHead head(OrderId id) {
        return rows.head(id).orElseThrow(() -> new Absent("order " + id.value()));
    }

    public Map<OrderId, Order> get(Collection<OrderId> ids) {
        return rows
                .where(
                        "region_id = any (?) and id = any (?)",
                        ids.stream().map(id -> id.region().number()).distinct().toArray(Integer[]::new),
                        ids.stream().map(OrderId::value).toArray(UUID[]::new))
                .stream()
                .collect(Collectors.toMap(Order::id, Function.identity()));
    }

    /** What was bought in those orders, by one statement. */
    public Map<OrderId, List<Line>> lines(Collection<OrderId> ids) {
        return ids.isEmpty() ? Map.of() : rows.lines(ids);
    }

    /** The newest first. */
    public List<Order> of(PersonId resident, int limit) {
        return rows.where("resident_id = ? order by created_at desc limit ?", resident.value(), limit);
    }

    /** Those that begin within the span, the earliest first. */
    public List<Order> at(PlaceId place, Instant from, Instant to) {
        return rows.where(
                "region_id = ? and place_id = ? and starts_at >= ? and starts_at < ? order by starts_at, id",
                place.region().number(),
                place.value(),
                Timestamp.from(from),
                Timestamp.from(to));
    }

    /** Those of deals that are held or paid. */
    public List<UUID> openOf(Collection<UUID> deals) {
        return deals.isEmpty() ? List.of() : rows.openOf(deals);
    }

    /** Holds that ran out before the moment, locked until the transaction ends; those that another has locked are left out. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Order> heldUntil(Instant now, int limit) {
        return rows.where(
                "state = 'HELD' and hold_expires_at <= ? order by hold_expires_at limit ? for update skip locked",
                Timestamp.from(now),
                limit);
    }

    /** Locks the order until the transaction ends, so that what is decided about it stays true. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Order lock(OrderId id) {
        return rows.where("region_id = ? and id = ? for update", id.region().number(), id.value()).stream()
                .findFirst()
                .orElseThrow(() -> new Absent("order " + id.value()));
    }

    /** Locks many, always in the same order, so that two who lock some of the same wait rather than block each other. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Order> lock(Collection<OrderId> ids) {
        return rows.where(
                "region_id = any (?) and id = any (?) order by id for update",
                ids.stream().map(id -> id.region().number()).distinct().toArray(Integer[]::new),
                ids.stream().map(OrderId::value).toArray(UUID[]::new));
    }

    /**
     * Locks those that nobody else has locked, and waits for none.
     *
     * @return without those that are locked, and those that there are not
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Set<OrderId> lockFree(Collection<OrderId> ids) {
        return Set.copyOf(jdbc.query(
                """
                select id from ordering.orders
                where region_id = any (?) and id = any (?) order by id for update skip locked
                """,
                (row, number) -> new OrderId(row.getObject("id", UUID.class)),
                ids.stream().map(id -> id.region().number()).distinct().toArray(Integer[]::new),
                ids.stream().map(OrderId::value).toArray(UUID[]::new)));
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void insert(Order order) {
        inserts.insert(List.of(order));
    }

    /** By one statement for each table. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void insert(Collection<Order> orders) {
        inserts.insert(orders);
    }

    /**
     * Moves orders on, by one guarded statement: an order that meanwhile went another way stays as it is.
     *
     * @return those that were moved
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<OrderId> become(OrderState next, Collection<OrderId> orders, Instant now) {
        return jdbc.query(
                """
                update ordering.orders
                set state = ?,
                    paid_at = case when ? = 'PAID' then ? else paid_at end,
                    fulfilled_at = case when ? = 'FULFILLED' then ? else fulfilled_at end,
                    settled_at = case when ? = 'SETTLED' then ? else settled_at end,
                    closed_at = case when ? in ('CANCELLED', 'EXPIRED', 'REFUNDED') then ? else closed_at end
                where region_id = any (?) and id = any (?) and state = any (?)
                returning id
                """,
                (row, number) -> new OrderId(row.getObject("id", UUID.class)),
                next.name(),
                next.name(),
                Timestamp.from(now),
                next.name(),
                Timestamp.from(now),
                next.name(),
                Timestamp.from(now),
                next.name(),
                Timestamp.from(now),
                orders.stream().map(id -> id.region().number()).distinct().toArray(Integer[]::new),
                orders.stream().map(OrderId::value).toArray(UUID[]::new),
                next.before().stream().map(Enum::name).toArray(String[]::new));
    }

    /** Moves one order on; false if it meanwhile went another way. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean become(OrderState next, OrderId order, Instant now) {
        return !become(next, List.of(order), now).isEmpty();
    }

    /** Moves a line, and its order with it, to another time, at what one costs then and what is left to be paid there. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void move(OrderId order, Line to, Money balance, Terms terms, @Nullable Instant noShowAt, Instant now) {
        jdbc.update(
                "update ordering.line set starts_at = ?, ends_at = ?, unit_minor = ?"
                        + " where region_id = ? and order_id = ? and line = ?",
                timestamp(to.startsAt()),
                timestamp(to.endsAt()),
                to.unit().minor(),
                order.region().number(),
                order.value(),
                to.line());
        jdbc.update(
                "update ordering.orders set starts_at = ?, balance_minor = ?, terms = ?::jsonb, no_show_at = ?,"
                        + " moved_at = ? where region_id = ? and id = ?",
                timestamp(to.startsAt()),
                balance.minor(),
                json.writeValueAsString(terms),
                timestamp(noShowAt),
                Timestamp.from(now),
                order.region().number(),
                order.value());
    }

    /** Paid orders whose time to be settled without a guest has come, the longest due first. */
    public List<OrderId> withoutShow(Instant now, int limit) {
        return jdbc.query(
                """
                select id from ordering.orders
                where state = 'PAID' and no_show_at <= ?
                order by no_show_at
                limit ?
                """, (row, number) -> new OrderId(row.getObject("id", UUID.class)), Timestamp.from(now), limit);
    }

    /** It is to be looked at again then, if it is still paid; null: it is not to be settled by itself any more. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void settleLater(OrderId order, @Nullable Instant at) {
        jdbc.update(
                "update ordering.orders set no_show_at = ? where region_id = ? and id = ?",
                timestamp(at),
                order.region().number(),
                order.value());
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }
}
