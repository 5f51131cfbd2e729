package org.townloop.loop.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Currency;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.RegionId;

/** Reads statements. */
@Component
class Statements {

    private static final String OPENING = """
        select coalesce(sum(case when t.credit_id = a.id then t.amount_minor else -t.amount_minor end), 0)
        from ledger.account a
        join ledger.transfer t on t.region_id = a.region_id and (t.credit_id = a.id or t.debit_id = a.id)
        where a.region_id = ? and a.kind = 'MERCHANT' and a.owner_id = ? and a.currency = ? and t.at < ?
        """;

    // The shares of a release are the transfers of the same cause.
    private static final String ENTRIES = """
        select t.at, t.kind, t.order_id, t.reason,
            case when t.credit_id = a.id then t.amount_minor else -t.amount_minor end as amount,
            o.captured, s.gross, s.platform, s.partner
        from ledger.account a
        join ledger.transfer t on t.region_id = a.region_id and (t.credit_id = a.id or t.debit_id = a.id)
        join ledger.order_total o on (o.region_id, o.order_id) = (t.region_id, t.order_id)
        cross join lateral (
            select coalesce(sum(amount_minor), 0) as gross,
                coalesce(sum(amount_minor) filter (where kind = 'PLATFORM_SHARE'), 0) as platform,
                coalesce(sum(amount_minor) filter (where kind = 'PARTNER_SHARE'), 0) as partner
            from ledger.transfer part
            where (part.region_id, part.order_id, part.reason) = (t.region_id, t.order_id, t.reason)
              and part.kind in ('RELEASE', 'PLATFORM_SHARE', 'PARTNER_SHARE')) s
        where a.region_id = ? and a.kind = 'MERCHANT' and a.owner_id = ? and a.currency = ? and t.at >= ? and t.at < ?
        order by t.at, t.id
        """;

    private final JdbcTemplate jdbc;

    Statements(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Reads in one snapshot, so that the figures agree with each other. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    Statement of(UUID merchant, RegionId region, Currency currency, Instant from, Instant to) {
        var code = currency.getCurrencyCode();
        var opening = jdbc.queryForObject(OPENING, Long.class, region.number(), merchant, code, Timestamp.from(from));
        var running = new Running(new Money(opening == null ? 0 : opening, currency));
        var start = running.balance;
        var entries = jdbc.query(
                ENTRIES, running::entry, region.number(), merchant, code, Timestamp.from(from), Timestamp.from(to));
        return new Statement(merchant, from, to, start, entries, running.balance);
    }

    /** The balance as it grows from line to line. */
    private static final class Running {

        private Money balance;

        Running(Money opening) {
            this.balance = opening;
        }

        Statement.Entry entry(ResultSet row, int number) throws SQLException {
            balance = balance.plus(money(row, "amount"));
            return new Statement.Entry(
                    row.getTimestamp("at").toInstant(),
                    TransferKind.valueOf(row.getString("kind")),
                    row.getObject("order_id", UUID.class),
                    row.getString("reason"),
                    money(row, "captured"),
                    money(row, "gross"),
                    money(row, "platform"),
                    money(row, "partner"),
                    money(row, "amount"),
                    balance);
        }

        private Money money(ResultSet row, String column) throws SQLException {
            return new Money(row.getLong(column), balance.currency());
        }
    }
}
