package org.townloop.loop.checkout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.townloop.loop.ledger.Broken;
import org.townloop.loop.ledger.Ledger;

/**
 * Checks that the books balance and that the modules agree with each other, in one snapshot and without writing. It
 * alone reads tables that are not its own, because what it checks lies between them.
 */
@Component
public class Audit {

    private final Ledger ledger;
    private final JdbcTemplate jdbc;

    Audit(Ledger ledger, JdbcTemplate jdbc) {
        this.ledger = ledger;
        this.jdbc = jdbc;
    }

    /** The invariants that do not hold, those of the ledger first; empty if all is sound. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public List<Broken> run() {
        var broken = new ArrayList<>(ledger.audit());
        Stream.of(
                        Promise.ALL,
                        RefundPromises.ALL,
                        ShopPromises.ALL,
                        CardPromises.ALL,
                        CardPaymentPromises.ALL,
                        CouponPromises.ALL)
                .flatMap(List::stream)
                .map(this::broken)
                .flatMap(Optional::stream)
                .forEach(broken::add);
        return broken;
    }

    private Optional<Broken> broken(Promise promise) {
        return jdbc
                .query(
                        "select count(*) over () as count, example from (" + promise.offenders()
                                + ") offender order by example limit 1",
                        (row, number) -> new Broken(
                                promise.name(), promise.sentence(), row.getLong("count"), row.getString("example")))
                .stream()
                .findFirst();
    }
}
