package org.townloop.loop.ledger;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.RegionId;

/** What was done with cards, as the books have it. */
@Component
public class StoredMoves {

    private final JdbcClient jdbc;

    StoredMoves(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All of one card, the earliest first. */
    public List<StoredMove> of(UUID card) {
        return jdbc.sql("""
            select t.at, t.kind, t.order_id, t.amount_minor, t.currency
            from ledger.account a
            join ledger.transfer t on t.region_id = a.region_id and (t.credit_id = a.id or t.debit_id = a.id)
            where a.region_id = ? and a.kind = 'STORED_VALUE' and a.owner_id = ?
            order by t.at, t.id
            """)
                .params(RegionId.of(card).number(), card)
                .query((row, number) -> new StoredMove(
                        StoredMove.Kind.of(TransferKind.valueOf(row.getString("kind"))),
                        row.getObject("order_id", UUID.class),
                        Money.of(row.getLong("amount_minor"), row.getString("currency")),
                        row.getTimestamp("at").toInstant()))
                .list();
    }
}
