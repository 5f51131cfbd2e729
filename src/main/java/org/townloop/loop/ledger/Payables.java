package org.townloop.loop.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.RegionId;

/** Reads what may be paid out. */
@Component
class Payables {

    // What an order brought lately, or is quarrelled about, is held back; what was taken back of older ones is in the
    // balance already.
    private static final String OF = """
        select a.kind, a.owner_id, a.currency, b.balance, greatest(0, b.balance - r.recent) as payable
        from ledger.account a
        cross join lateral (select %1$s as balance) b
        cross join lateral (
            select coalesce(sum(greatest(0, earned)), 0) as recent
            from (
                select order_id, sum(amount) as earned
                from (
                    select order_id, amount_minor as amount from ledger.transfer
                    where (region_id, credit_id) = (a.region_id, a.id) and (at >= ? or order_id = any (?)) and kind in (%2$s)
                    union all
                    select order_id, -amount_minor from ledger.transfer
                    where (region_id, debit_id) = (a.region_id, a.id) and (at >= ? or order_id = any (?)) and kind in (%2$s)) moved
                group by order_id) by_order) r
        where a.region_id = ? and a.kind in ('MERCHANT', 'PARTNER') and (?::uuid is null or a.owner_id = ?)
        order by a.kind, a.owner_id, a.currency
        """.formatted(
                    AccountBalances.OF_A,
                    TransferKind.list(kind -> !kind.isPayout() && (isPayee(kind.debit()) || isPayee(kind.credit()))));

    private final JdbcTemplate jdbc;

    Payables(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param owner null for all
     * @param disputed orders of which nothing is paid out, whenever it was earned
     */
    List<Payable> of(RegionId region, @Nullable UUID owner, Instant earnedBefore, Collection<UUID> disputed) {
        var before = Timestamp.from(earnedBefore);
        var held = disputed.toArray(UUID[]::new);
        return jdbc.query(OF, Payables::payable, before, held, before, held, region.number(), owner, owner);
    }

    private static boolean isPayee(Account.Kind kind) {
        return kind == Account.Kind.MERCHANT || kind == Account.Kind.PARTNER;
    }

    private static Payable payable(ResultSet row, int number) throws SQLException {
        var owner = row.getObject("owner_id", UUID.class);
        var currency = row.getString("currency");
        return new Payable(
                row.getString("kind").equals("MERCHANT") ? new Payee.Merchant(owner) : new Payee.Partner(owner),
                Money.of(row.getLong("balance"), currency),
                Money.of(row.getLong("payable"), currency));
    }
}
