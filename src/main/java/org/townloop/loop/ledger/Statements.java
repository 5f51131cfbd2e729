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

    private static final String WHOSE =
            " a.region_id = ? and a.kind = 'MERCHANT' and a.owner_id = ? and a.currency = ? ";

    // Each half is read by an index of its own: of one account, from a moment on.
    private static final String MOVED = """
        select t.*, t.amount_minor as moved from ledger.transfer t
        where (t.region_id, t.credit_id) = (a.region_id, a.id) and t.at >= ? %1$s
        union all
        select t.*, -t.amount_minor from ledger.transfer t
        where (t.region_id, t.debit_id) = (a.region_id, a.id) and t.at >= ? %1$s
        """;

    // What there is now less what has come since: late news of an earlier time is in it, whenever it was written.
    private static final String OPENING = """
        select %s - coalesce((select sum(since.moved) from (%s) since), 0)
        from ledger.account a
        where %s
        """.formatted(AccountBalances.OF_A, MOVED.formatted(""), WHOSE);

    // The shares of a release, and what of them was taken back, are the transfers of the same cause.
    private static final String ENTRIES = """
        select t.at, t.kind, t.order_id, t.reason, t.rounding, t.moved as amount,
            coalesce((
                select captured from ledger.order_total o where (o.region_id, o.order_id) = (t.region_id, t.order_id)), 0)
                as captured,
            case t.kind when 'COMMISSION' then t.amount_minor when 'COMMISSION_BACK' then -t.amount_minor
                else coalesce(s.platform, 0) end as platform,
            case t.kind when 'PARTNER_COMMISSION' then t.amount_minor when 'PARTNER_COMMISSION_BACK' then -t.amount_minor
                else coalesce(s.partner, 0) end as partner,
            coalesce(s.referrer, 0) as referrer
        from ledger.account a
        cross join lateral (%s) t
        left join lateral (
            select sum(case kind when 'PLATFORM_SHARE' then amount_minor when 'PLATFORM_SHARE_BACK' then -amount_minor end)
                    as platform,
                sum(case kind when 'PARTNER_SHARE' then amount_minor when 'PARTNER_SHARE_BACK' then -amount_minor end)
                    as partner,
                sum(case kind when 'REFERRER_SHARE' then amount_minor when 'REFERRER_SHARE_BACK' then -amount_minor end)
                    as referrer
            from ledger.transfer part
            where (part.region_id, part.order_id, part.reason) = (t.region_id, t.order_id, t.reason)) s
            on t.kind in ('RELEASE', 'CLAW_BACK')
        where %s
        order by t.at, t.id
        """.formatted(MOVED.formatted("and t.at < ?"), WHOSE);

    private final JdbcTemplate jdbc;

    Statements(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Reads in one snapshot, so that the figures agree with each other. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    Statement of(UUID merchant, RegionId region, Currency currency, Instant from, Instant to) {
        var code = currency.getCurrencyCode();
        var opening = jdbc
                .query(
                        OPENING,
                        (row, number) -> row.getLong(1),
                        Timestamp.from(from),
                        Timestamp.from(from),
                        region.number(),
                        merchant,
                        code)
                .stream()
                .findFirst()
                .orElse(0L);
        var running = new Running(new Money(opening, currency));
        var start = running.balance;
        var entries = jdbc.query(
                ENTRIES,
                running::entry,
                Timestamp.from(from),
                Timestamp.from(to),
                Timestamp.from(from),
                Timestamp.from(to),
                region.number(),
                merchant,
                code);
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
            var platform = money(row, "platform");
            var partner = money(row, "partner");
            var referrer = money(row, "referrer");
            var amount = money(row, "amount");
            return new Statement.Entry(
                    row.getTimestamp("at").toInstant(),
                    TransferKind.valueOf(row.getString("kind")),
                    row.getObject("order_id", UUID.class),
                    row.getString("reason"),
                    money(row, "captured"),
                    amount.plus(platform).plus(partner).plus(referrer),
                    platform,
                    partner,
                    referrer,
                    amount,
                    balance,
                    row.getInt("rounding"));
        }

        private Money money(ResultSet row, String column) throws SQLException {
            return new Money(row.getLong(column), balance.currency());
        }
    }
}
