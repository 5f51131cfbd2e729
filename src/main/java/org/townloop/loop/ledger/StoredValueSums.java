package org.townloop.loop.ledger;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.RegionId;

/** What many cards come to, by one statement however many there are. */
@Component
public class StoredValueSums {

    // What each had when its region was sealed last, and what has moved since, which is read once for all of them.
    private static final String OUTSTANDING = """
        with last as (
            select distinct on (region_id) region_id, to_xid, to_id from ledger.seal
            where region_id = any (?) order by region_id, number desc),
        tail as (
            select t.region_id, t.kind, t.debit_id, t.credit_id, t.amount_minor
            from ledger.transfer t
            left join last on last.region_id = t.region_id
            where t.region_id = any (?)
              and (t.xid, t.id) > (coalesce(last.to_xid, '0'::xid8), coalesce(last.to_id, 0))),
        moved as (
            select region_id, account_id, sum(amount) as amount
            from (select region_id, credit_id as account_id, amount_minor as amount from tail
                  where kind in ('STORED', 'STORED_BACK', 'STORED_GOODWILL')
                  union all
                  select region_id, debit_id, -amount_minor from tail where kind in ('STORED_USED', 'STORED_EXPIRED')) each
            group by region_id, account_id)
        select a.owner_id, a.currency, coalesce(s.balance, 0) + coalesce(m.amount, 0) as balance
        from ledger.account a
        left join ledger.balance_snapshot s on (s.region_id, s.account_id) = (a.region_id, a.id)
        left join moved m on (m.region_id, m.account_id) = (a.region_id, a.id)
        where a.region_id = any (?) and a.kind = 'STORED_VALUE'
        """;

    private final JdbcClient jdbc;

    StoredValueSums(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is on each card that was ever sold in these regions. */
    public Map<UUID, Money> outstanding(Collection<RegionId> regions) {
        var numbers = regions.stream().map(RegionId::number).toArray(Integer[]::new);
        return jdbc
                .sql(OUTSTANDING)
                .params(numbers, numbers, numbers)
                .query((row, number) -> Map.entry(
                        row.getObject("owner_id", UUID.class),
                        Money.of(row.getLong("balance"), row.getString("currency"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * What was done with these cards, in minor units of their currency; what was never done is left out.
     *
     * @param cards all of one currency
     */
    public Map<StoredMove.Kind, Long> moved(Collection<UUID> cards) {
        var sums = new EnumMap<StoredMove.Kind, Long>(StoredMove.Kind.class);
        jdbc.sql("""
            select t.kind, sum(t.amount_minor) as amount
            from unnest(?::int[], ?::uuid[]) as card (region_id, id)
            join ledger.account a on (a.region_id, a.owner_id, a.kind) = (card.region_id, card.id, 'STORED_VALUE')
            join ledger.transfer t on t.region_id = a.region_id and (t.credit_id = a.id or t.debit_id = a.id)
            group by t.kind
            """)
                .params(
                        cards.stream().map(card -> RegionId.of(card).number()).toArray(Integer[]::new),
                        cards.toArray(UUID[]::new))
                .query((row, number) -> sums.put(
                        StoredMove.Kind.of(TransferKind.valueOf(row.getString("kind"))), row.getLong("amount")))
                .list();
        return sums;
    }
}
