package org.townloop.loop.ledger;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Accounts of which only what is there may be taken: gift vouchers, and what is paid out. Whoever takes waits for the
 * others who take from the same account; whoever gives does not.
 */
@Component
class Floor {

    private static final String NAMED = """
        from ledger.account a
        join unnest(?::int[], ?::text[], ?::uuid[], ?::text[]) as n (region_id, kind, owner_id, currency)
            on (a.region_id, a.kind, a.owner_id, a.currency) = (n.region_id, n.kind, n.owner_id, n.currency)
        """;

    private static final String LOCK = "select a.id " + NAMED + " order by a.region_id, a.id for no key update of a";

    private static final String BELOW = "select a.kind || ' of ' || a.owner_id || ': ' || b.balance " + NAMED
            + " cross join lateral (select " + AccountBalances.OF_A + " as balance) b where b.balance < 0";

    private final JdbcTemplate jdbc;

    Floor(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Before the transfers are written. */
    void lock(List<Transfer> transfers) {
        named(LOCK, transfers);
    }

    /**
     * After they are written.
     *
     * @throws Overdrawn if one of the accounts is below zero
     */
    void require(List<Transfer> transfers) {
        var below = named(BELOW, transfers);
        if (!below.isEmpty()) {
            throw new Overdrawn("more was taken than was there: " + below);
        }
    }

    private List<String> named(String sql, List<Transfer> transfers) {
        var taking = transfers.stream()
                .filter(transfer -> transfer.kind().takesWhatIsThere())
                .toList();
        if (taking.isEmpty()) {
            return List.of();
        }
        return jdbc.query(
                sql,
                (row, number) -> row.getString(1),
                taking.stream().map(transfer -> transfer.region().number()).toArray(Integer[]::new),
                taking.stream().map(transfer -> transfer.debit().kind().name()).toArray(String[]::new),
                taking.stream().map(transfer -> transfer.debit().owner()).toArray(UUID[]::new),
                taking.stream().map(Transfer::currencyCode).toArray(String[]::new));
    }
}
