package org.townloop.loop.ordering;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.townloop.base.kernel.Money;

/** What an order costs on which a coupon was put, and who pays it: the price of each line stays to be seen. */
@Component
public class CouponPrices {

    private final JdbcClient jdbc;

    CouponPrices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * On an order that is held, not sold for a deposit, and locked by the caller.
     *
     * @param off what is let off each line; nothing off those that are not named
     * @return the order as it is then
     * @throws IllegalStateException if it is not held any more
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Order letOff(Order order, Map<Integer, Money> off) {
        var nothing = Money.zero(order.total().currency());
        var lines = order.lines().stream()
                .map(line -> line.letting(off.getOrDefault(line.line(), nothing)))
                .toList();
        var let = lines.stream().map(Line::off).reduce(nothing, Money::plus);
        var total = order.total().plus(order.off()).minus(let);
        write(order, total, lines, nothing);
        return order.costing(total, lines, nothing);
    }

    /**
     * The same where the platform pays a part of the price, which stays what it is.
     *
     * @param coupon what it pays, less than the total
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Order payFor(Order order, Money coupon) {
        var plain = letOff(order, Map.of());
        write(plain, plain.total(), plain.lines(), coupon);
        return plain.costing(plain.total(), plain.lines(), coupon);
    }

    private void write(Order order, Money total, List<Line> lines, Money coupon) {
        var changed = jdbc.sql("""
            with held as (
                update ordering.orders set total_minor = ?, coupon_minor = ?
                where region_id = ? and id = ? and state = 'HELD'
                returning region_id, id)
            update ordering.line l set off_minor = w.off_minor
            from held, unnest(?::int[], ?::bigint[]) as w (line, off_minor)
            where (l.region_id, l.order_id, l.line) = (held.region_id, held.id, w.line)
            """)
                .params(
                        total.minor(),
                        coupon.minor(),
                        order.id().region().number(),
                        order.id().value(),
                        lines.stream().map(Line::line).toArray(Integer[]::new),
                        lines.stream().map(line -> line.off().minor()).toArray(Long[]::new))
                .update();
        if (changed != lines.size()) {
            throw new IllegalStateException("not held any more: " + order.id());
        }
    }
}
