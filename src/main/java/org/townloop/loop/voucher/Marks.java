package org.townloop.loop.voucher;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.townloop.supply.merchant.PlaceId;

/**
 * Counts withdrawals and bundles of a place. A mark is kept until the end of the transaction that took it, so that
 * marks are in the order in which these transactions become visible.
 */
@Component
public class Marks {

    private final JdbcTemplate jdbc;

    Marks(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The next mark of the place; whoever else takes one waits until this transaction has ended. */
    @Transactional(propagation = Propagation.MANDATORY)
    public long next(PlaceId place) {
        return jdbc.query("""
            insert into voucher.mark (region_id, place_id, value) values (?, ?, 1)
            on conflict (region_id, place_id) do update set value = mark.value + 1
            returning value
            """, (row, number) -> row.getLong(1), place.region().number(), place.value())
                .getFirst();
    }
}
