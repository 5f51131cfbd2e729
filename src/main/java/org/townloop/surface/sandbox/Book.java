package org.townloop.surface.sandbox;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Money;

/** What this gateway has booked, a line for each movement, in the caller's transaction; by days in UTC. */
@Component
@InDemoOnly
class Book {

    /** Fits into the answer that a careful client reads. */
    static final int PAGE = 200;

    private final JdbcClient jdbc;
    private final PeerSettings settings;
    private final MerchantAccount account;
    private final Clock clock;

    Book(JdbcClient jdbc, PeerSettings settings, MerchantAccount account, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.account = account;
        this.clock = clock;
    }

    void captured(Payment payment) {
        write("PAYMENT", payment.id(), payment.reference(), payment.amount(), settings.feeOf(payment.amount()));
    }

    /** With what goes back its fee is given back, rounded down. */
    void refunded(RefundJson refund) {
        var amount = Money.of(refund.amountMinor(), refund.currency());
        write("REFUND", refund.id(), refund.reference(), amount, -settings.feeBackOf(amount));
    }

    /** The payer objects: the money is taken from the merchant. */
    void disputed(Payment payment, Dispute dispute) {
        write("DISPUTE", dispute.id(), payment.reference(), dispute.amount(), -settings.feeBackOf(dispute.amount()));
    }

    /** It was decided for the merchant, who has it again, less the fee. */
    void reversed(Payment payment, Dispute dispute) {
        write(
                "DISPUTE_REVERSED",
                dispute.id(),
                payment.reference(),
                dispute.amount(),
                settings.feeBackOf(dispute.amount()));
    }

    private void write(String kind, String id, String reference, Money amount, long feeMinor) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        jdbc.sql("""
            insert into sandbox.entry (day, kind, id, reference, amount_minor, fee_minor, currency, at)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """)
                .params(now.toLocalDate(), kind, id, reference, amount.minor(), feeMinor)
                .params(amount.currency().getCurrencyCode(), now)
                .update();
    }

    /** @param after the number of the last line that the caller has; null for the first lines */
    ReportJson of(LocalDate day, @Nullable Long after) {
        record Numbered(long number, ReportJson.Line line) {}
        var lines = jdbc.sql("""
            select number, kind, id, reference, amount_minor, fee_minor, currency, at
            from sandbox.entry where day = ? and number > ?
            order by number limit ?
            """)
                .params(day, after == null ? 0 : after, PAGE)
                .query((row, each) -> new Numbered(
                        row.getLong("number"),
                        new ReportJson.Line(
                                row.getString("kind"),
                                row.getString("id"),
                                row.getString("reference"),
                                row.getLong("amount_minor"),
                                row.getLong("fee_minor"),
                                row.getString("currency"),
                                row.getTimestamp("at").toInstant().toString())))
                .list();
        var next = lines.size() < PAGE ? null : Long.toString(lines.getLast().number());
        return new ReportJson(
                account.merchant(),
                day.toString(),
                lines.stream().map(Numbered::line).toList(),
                next);
    }
}
