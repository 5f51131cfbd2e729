package org.townloop.loop.ordering;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Orders that somebody objects to: they stand still, and go on as what they were. */
@Component
public class DisputedOrders {

    private final JdbcClient jdbc;

    DisputedOrders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * From now on nothing of it is had, released or settled. The caller has locked it.
     *
     * @return false if it is in no state that can be objected to
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean stop(OrderId order) {
        return jdbc.sql("""
            update ordering.orders set disputed_from = state, state = 'DISPUTED'
            where region_id = ? and id = ? and state in ('PAID', 'FULFILLED', 'SETTLED')
            """).params(order.region().number(), order.value()).update() == 1;
    }

    /**
     * It is again what it was, since when it was that. The caller has locked it.
     *
     * @return false if nobody had objected
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean goOn(OrderId order) {
        return jdbc.sql("""
            update ordering.orders set state = disputed_from, disputed_from = null
            where region_id = ? and id = ? and state = 'DISPUTED'
            """).params(order.region().number(), order.value()).update() == 1;
    }
}
