package org.townloop.loop.ledger;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Opens accounts when money first moves through them. */
@Component
class Accounts {

    private static final String OPEN = """
        insert into ledger.account (region_id, kind, owner_id, currency)
        select region_id, kind, owner_id, currency
        from unnest(?::int[], ?::text[], ?::uuid[], ?::text[]) as a (region_id, kind, owner_id, currency)
        where not exists (
            select from ledger.account known
            where (known.region_id, known.kind, known.owner_id, known.currency)
                = (a.region_id, a.kind, a.owner_id, a.currency))
        order by region_id, kind, owner_id, currency
        on conflict do nothing
        """;

    private record Needed(int region, Account account, String currency) {}

    private final JdbcTemplate jdbc;

    Accounts(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void open(List<Transfer> transfers) {
        var needed = transfers.stream()
                .flatMap(transfer -> Stream.of(transfer.debit(), transfer.credit())
                        .map(account -> new Needed(transfer.region().number(), account, transfer.currencyCode())))
                .distinct()
                .toList();
        jdbc.update(
                OPEN,
                needed.stream().map(Needed::region).toArray(Integer[]::new),
                needed.stream().map(one -> one.account().kind().name()).toArray(String[]::new),
                needed.stream().map(one -> one.account().owner()).toArray(UUID[]::new),
                needed.stream().map(Needed::currency).toArray(String[]::new));
    }
}
