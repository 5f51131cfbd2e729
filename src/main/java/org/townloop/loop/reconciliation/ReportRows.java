package org.townloop.loop.reconciliation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Money;
import org.townloop.loop.payment.ReportLine;

/** What gateways have reported. */
@Component
class ReportRows {

    private final JdbcClient jdbc;

    ReportRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return those that are new */
    List<ReportLine> insert(String gateway, LocalDate day, List<ReportLine> lines) {
        return jdbc.sql("""
            insert into reconciliation.line (gateway, day, kind, gateway_ref, at, reference, amount_minor, fee_minor, currency)
            select ?, ?, kind, gateway_ref, at::timestamptz, reference, amount_minor, fee_minor, currency
            from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::bigint[], ?::text[])
                as l (kind, gateway_ref, at, reference, amount_minor, fee_minor, currency)
            on conflict do nothing
            returning kind, gateway_ref, at, reference, amount_minor, fee_minor, currency
            """)
                .param(gateway)
                .param(day)
                .param(texts(lines, line -> line.kind().name()))
                .param(texts(lines, ReportLine::gatewayRef))
                .param(texts(lines, line -> line.at().toString()))
                .param(lines.stream().map(ReportLine::reference).toArray(String[]::new))
                .param(lines.stream().map(line -> line.amount().minor()).toArray(Long[]::new))
                .param(lines.stream().map(line -> line.fee().minor()).toArray(Long[]::new))
                .param(texts(lines, line -> line.amount().currency().getCurrencyCode()))
                .query(ReportRows::line)
                .list();
    }

    /** Lines of the day that are about something of ours, or say so. */
    List<ReportLine> ofDay(String gateway, LocalDate day, int offset, int limit) {
        return jdbc.sql("""
            select kind, gateway_ref, at, reference, amount_minor, fee_minor, currency from reconciliation.line
            where gateway = ? and day = ? and kind <> 'FEE'
            order by kind, gateway_ref, at offset ? limit ?
            """)
                .params(gateway, day, offset, limit)
                .query(ReportRows::line)
                .list();
    }

    /** Which of the references the gateway has reported, on whatever day. */
    Set<String> reported(String gateway, Collection<String> references) {
        return Set.copyOf(jdbc.sql("""
            select distinct reference from reconciliation.line
            where gateway = ? and reference = any (?) and kind in ('PAYMENT', 'REFUND')
            """)
                .params(gateway, references.toArray(String[]::new))
                .query(String.class)
                .list());
    }

    /** What of these references the gateway has reported more than once as the same kind, on whatever days, together. */
    List<ReportLine> repeated(String gateway, Collection<String> references) {
        return jdbc.sql("""
            select kind, min(gateway_ref) as gateway_ref, max(at) as at, reference, sum(amount_minor)::bigint as amount_minor,
                sum(fee_minor)::bigint as fee_minor, currency
            from reconciliation.line
            where gateway = ? and reference = any (?) and kind in ('PAYMENT', 'REFUND')
            group by kind, reference, currency having count(*) > 1
            """)
                .params(gateway, references.toArray(String[]::new))
                .query(ReportRows::line)
                .list();
    }

    /** Of which of these payments of ours the gateway's own line was read, and with it its fee. */
    Set<UUID> charged(String gateway, Collection<UUID> payments) {
        return Set.copyOf(jdbc.sql("""
            select distinct reference from reconciliation.line
            where gateway = ? and reference = any (?) and kind = 'PAYMENT' and fee_minor > 0
            """)
                .params(gateway, payments.stream().map(UUID::toString).toArray(String[]::new))
                .query((row, number) -> UUID.fromString(row.getString("reference")))
                .list());
    }

    Optional<LocalDate> lastDay(String gateway) {
        return jdbc.sql("select max(day) as day from reconciliation.day where gateway = ?")
                .param(gateway)
                .query((row, number) -> Optional.ofNullable(row.getObject("day", LocalDate.class)))
                .single();
    }

    void markRead(String gateway, LocalDate day, Instant now) {
        jdbc.sql("""
            insert into reconciliation.day (gateway, day, read_at) values (?, ?, ?)
            on conflict (gateway, day) do update set read_at = excluded.read_at
            """).params(gateway, day, Timestamp.from(now)).update();
    }

    private static String[] texts(List<ReportLine> lines, Function<ReportLine, String> value) {
        return lines.stream().map(value).toArray(String[]::new);
    }

    private static ReportLine line(ResultSet row, int number) throws SQLException {
        var currency = row.getString("currency");
        return new ReportLine(
                row.getString("gateway_ref"),
                row.getString("reference"),
                ReportLine.Kind.valueOf(row.getString("kind")),
                Money.of(row.getLong("amount_minor"), currency),
                Money.of(row.getLong("fee_minor"), currency),
                row.getTimestamp("at").toInstant());
    }
}
