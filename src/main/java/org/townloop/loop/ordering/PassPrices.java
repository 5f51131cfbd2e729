package org.townloop.loop.ordering;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.townloop.base.kernel.Money;

/** What an order costs that is paid with uses of a pass: what these uses were bought for. */
@Component
public class PassPrices {

    private final JdbcClient jdbc;

    PassPrices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * On an order of one line that is held and that the caller has locked.
     *
     * @param worth of the uses, as many as units
     * @return the order as it is then; what does not divide among the units is an extra of the line
     * @throws IllegalStateException if it is not held any more
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Order sellFor(Order order, Money worth) {
        var line = order.first();
        var unit = new Money(worth.minor() / line.quantity(), worth.currency());
        var sold = line.at(unit, worth.minus(unit.times(line.quantity())));
        var changed = jdbc.sql("""
            with held as (
                update ordering.orders set total_minor = ?
                where region_id = ? and id = ? and state = 'HELD'
                returning region_id, id)
            update ordering.line l set unit_minor = ?, extra_minor = ?
            from held
            where (l.region_id, l.order_id, l.line) = (held.region_id, held.id, ?)
            """)
                .params(
                        worth.minor(),
                        order.id().region().number(),
                        order.id().value(),
                        sold.unit().minor(),
                        sold.extra().minor(),
                        line.line())
                .update();
        if (changed != 1) {
            throw new IllegalStateException("not held any more: " + order.id());
        }
        return order.costing(worth, List.of(sold), order.coupon());
    }
}
