package org.townloop.loop.invoice;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.townloop.supply.merchant.MerchantId;

/**
 * Gives numbers without gaps: each is given in the transaction that writes what bears it. Whoever comes next waits until
 * that is written, and gets the same number if it is undone.
 */
@Component
class Numbers {

    private final JdbcClient jdbc;

    Numbers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Locks the merchant's counter of that kind and year until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    int next(MerchantId merchant, Invoice.Kind kind, int year) {
        return jdbc.sql("""
            insert into invoice.counter as c (region_id, merchant_id, kind, year, last)
            values (?, ?, ?, ?, 1)
            on conflict (region_id, merchant_id, kind, year) do update set last = c.last + 1
            returning last
            """)
                .params(merchant.region().number(), merchant.value(), kind.name(), year)
                .query(Integer.class)
                .single();
    }
}
