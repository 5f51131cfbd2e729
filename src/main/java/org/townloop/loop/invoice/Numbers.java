package org.townloop.loop.invoice;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
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

    /**
     * A number that was given.
     *
     * @param at when: never before the number before it
     */
    record Given(int number, Instant at) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    Numbers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Locks the merchant's counter of that kind and year until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    Given next(MerchantId merchant, Invoice.Kind kind, int year) {
        return jdbc.sql("""
            insert into invoice.counter as c (region_id, merchant_id, kind, year, last, last_at)
            values (?, ?, ?, ?, 1, ?)
            on conflict (region_id, merchant_id, kind, year) do update
            set last = c.last + 1, last_at = greatest(c.last_at, excluded.last_at)
            returning last, last_at
            """)
                .params(
                        merchant.region().number(),
                        merchant.value(),
                        kind.name(),
                        year,
                        Timestamp.from(clock.instant()))
                .query((row, number) -> new Given(
                        row.getInt("last"), row.getTimestamp("last_at").toInstant()))
                .single();
    }
}
