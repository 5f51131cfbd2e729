package org.townloop.loop.coupon;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.kernel.RegionId;

/**
 * Coupons on orders. Whoever takes one locks its row, so that the last is one person's. All of it happens in the transaction
 * of what becomes of the order, which the caller has locked.
 */
@Component
public class CouponUses {

    /** The lowest of a person's turns with a coupon that is not taken; none if all are. */
    private static final String FREE_TURN = """
        cross join lateral (
            select min(n) as turn from generate_series(1, c.most_each) n
            where not exists (select from coupon.use t where (t.region_id, t.coupon_id) = (c.region_id, c.id)
                and t.person_id = %s and t.turn = n and t.state <> 'FREED')) free
        """;

    private static final String TAKEN_AGAIN = """
        with again as (
            update coupon.use u set state = 'HELD', back_minor = 0, turn = free.turn
            from coupon.coupon c
            %s
            where u.region_id = ? and u.order_id = ? and u.state = 'FREED'
                and (c.region_id, c.id) = (u.region_id, u.coupon_id) and free.turn is not null and c.used < c.stock
                and (c.budget_minor is null or c.spent_minor + u.amount_minor <= c.budget_minor)
            returning u.region_id, u.coupon_id, u.amount_minor)
        update coupon.coupon c
        set used = c.used + 1,
            spent_minor = c.spent_minor + case when c.budget_minor is null then 0 else a.amount_minor end
        from again a where (c.region_id, c.id) = (a.region_id, a.coupon_id)
        """.formatted(
                    FREE_TURN.formatted("(select person_id from coupon.use where region_id = ? and order_id = ?)"));

    private final JdbcClient jdbc;

    CouponUses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The coupon on the order. */
    public Optional<CouponUse> of(UUID order) {
        return jdbc.sql("""
            select u.order_id, u.coupon_id, u.amount_minor, u.back_minor, u.state, c.currency
            from coupon.use u
            join coupon.coupon c on (c.region_id, c.id) = (u.region_id, u.coupon_id)
            where u.region_id = ? and u.order_id = ?
            """)
                .params(RegionId.of(order).number(), order)
                .query(CouponUses::read)
                .optional();
    }

    /**
     * One is kept for the order.
     *
     * @param amount that it takes off, above zero
     * @return refused if none is left, or the person has had as many as one may; then the transaction is to be rolled back
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Outcome<CouponUse> take(Coupon coupon, UUID order, PersonId person, Money amount, Instant now) {
        if (!count(coupon.id(), amount, now)) {
            return Outcome.refused(Refusal.of(CouponReason.COUPON_GONE, "coupon"));
        }
        var taken = jdbc.sql("""
                        insert into coupon.use (region_id, order_id, coupon_id, person_id, turn, most_each, amount_minor, state, made_at)
                        select c.region_id, ?, c.id, ?, free.turn, c.most_each, ?, 'HELD', ?
                        from coupon.coupon c
                        """ + FREE_TURN.formatted("?") + "where c.region_id = ? and c.id = ? and free.turn is not"
                        + " null")
                .params(
                        order,
                        person.value(),
                        amount.minor(),
                        Timestamp.from(now),
                        person.value(),
                        coupon.id().region().number(),
                        coupon.id().value())
                .update();
        return taken == 1
                ? Outcome.done(new CouponUse(order, coupon.id(), amount, Money.zero(amount.currency()), UseState.HELD))
                : Outcome.refused(Refusal.of(CouponReason.COUPON_HAD, "coupon", Map.of("max", coupon.each())));
    }

    private boolean count(CouponId id, Money amount, Instant now) {
        var at = Timestamp.from(now);
        return jdbc.sql("""
            update coupon.coupon
            set used = used + 1, spent_minor = spent_minor + case when budget_minor is null then 0 else ? end
            where region_id = ? and id = ? and stopped_at is null and from_at <= ? and until_at > ?
                and used < stock and (budget_minor is null or spent_minor + ? <= budget_minor)
            """)
                        .params(amount.minor(), id.region().number(), id.value(), at, at, amount.minor())
                        .update()
                == 1;
    }

    /** The orders are paid. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void paid(Collection<UUID> orders) {
        var used = jdbc.sql("""
            update coupon.use set state = 'USED'
            where region_id = any (?) and order_id = any (?) and state = 'HELD'
            """)
                .params(regions(orders), orders.toArray(UUID[]::new))
                .update();
        if (used < orders.size()) {
            throw new IllegalStateException("of what is paid nothing is kept any more: one of " + orders);
        }
    }

    /**
     * Nobody pays these orders, or they were called off: there is one more again of each. What was spent on them stays spent,
     * unless nobody has paid. Twice does no harm.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void free(Collection<UUID> orders) {
        lock(orders);
        jdbc.sql("""
            with freed as (
                update coupon.use
                set state = 'FREED', back_minor = case state when 'HELD' then amount_minor else back_minor end
                where region_id = any (?) and order_id = any (?) and state <> 'FREED'
                returning new.region_id, new.coupon_id, new.back_minor - old.back_minor as back_minor)
            update coupon.coupon c
            set used = c.used - f.uses,
                spent_minor = c.spent_minor - case when c.budget_minor is null then 0 else f.back_minor end
            from (select region_id, coupon_id, count(*) as uses, sum(back_minor) as back_minor
                  from freed group by region_id, coupon_id) f
            where (c.region_id, c.id) = (f.region_id, f.coupon_id)
            """).params(regions(orders), orders.toArray(UUID[]::new)).update();
    }

    /**
     * Money has come for an order whose hold had run out.
     *
     * @return whether one is kept for it still, or was there to be taken again; its time may be over by now
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean keep(UUID order) {
        lock(List.of(order));
        var again = jdbc.sql(TAKEN_AGAIN)
                .params(RegionId.of(order).number(), order, RegionId.of(order).number(), order)
                .update();
        return again == 1
                || of(order).filter(use -> use.state() == UseState.HELD).isPresent();
    }

    /** The platform has again what it paid of an order: its budget has that much more left. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void back(UUID order, Money amount) {
        lock(List.of(order));
        var given = jdbc.sql("""
            with back as (
                update coupon.use set back_minor = back_minor + ? where region_id = ? and order_id = ?
                returning region_id, coupon_id)
            update coupon.coupon c set spent_minor = c.spent_minor - ?
            from back b where (c.region_id, c.id) = (b.region_id, b.coupon_id)
            """)
                .params(amount.minor(), RegionId.of(order).number(), order, amount.minor())
                .update();
        if (given != 1) {
            throw new IllegalStateException("the platform paid nothing of " + order);
        }
    }

    /** It is taken off the order again, and nothing is left of it there. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void takeOff(UUID order) {
        free(List.of(order));
        jdbc.sql("delete from coupon.use where region_id = ? and order_id = ? and state = 'FREED'")
                .params(RegionId.of(order).number(), order)
                .update();
    }

    /** Always in the same order, so that two who free some of the same wait rather than block each other. */
    private void lock(Collection<UUID> orders) {
        jdbc.sql("""
            select id from coupon.coupon
            where (region_id, id) in (
                select region_id, coupon_id from coupon.use where region_id = any (?) and order_id = any (?))
            order by region_id, id for no key update
            """)
                .params(regions(orders), orders.toArray(UUID[]::new))
                .query(UUID.class)
                .list();
    }

    private static Integer[] regions(Collection<UUID> orders) {
        return orders.stream()
                .map(order -> RegionId.of(order).number())
                .distinct()
                .toArray(Integer[]::new);
    }

    private static CouponUse read(ResultSet row, int number) throws SQLException {
        var currency = row.getString("currency");
        return new CouponUse(
                row.getObject("order_id", UUID.class),
                new CouponId(row.getObject("coupon_id", UUID.class)),
                Money.of(row.getLong("amount_minor"), currency),
                Money.of(row.getLong("back_minor"), currency),
                UseState.valueOf(row.getString("state")));
    }
}
