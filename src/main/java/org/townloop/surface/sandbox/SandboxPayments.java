package org.townloop.surface.sandbox;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The payments at this gateway, in the caller's transaction. */
@Component
@InDemoOnly
class SandboxPayments {

    private static final String SELECT = "select " + Payment.COLUMNS + " from sandbox.payment";

    private final JdbcClient jdbc;
    private final Clock clock;

    SandboxPayments(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The payment of this reference, which is opened now if it is not there. */
    Payment open(NewPayment.Checked wanted) {
        jdbc.sql("""
            insert into sandbox.payment
                (id, reference, amount_minor, currency, description, return_url, webhook_url, state, created_at)
            values (?, ?, ?, ?, ?, ?, ?, 'OPEN', ?)
            on conflict (reference) do nothing
            """)
                .params(
                        "pay_" + UUID.randomUUID(),
                        wanted.reference(),
                        wanted.amount().minor())
                .params(wanted.amount().currency().getCurrencyCode(), wanted.description())
                .params(wanted.returnUrl(), wanted.webhookUrl(), clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return byReference(wanted.reference()).orElseThrow();
    }

    Optional<Payment> byReference(String reference) {
        return jdbc.sql(SELECT + " where reference = ?")
                .param(reference)
                .query(Payment::read)
                .optional();
    }

    Optional<Payment> byId(String id) {
        return jdbc.sql(SELECT + " where id = ?").param(id).query(Payment::read).optional();
    }

    /** @return the payment as it is now, or nothing if it was decided before */
    Optional<Payment> become(PaymentState state, String id, String outcome, @Nullable Instant captureAt) {
        return jdbc.sql("""
            update sandbox.payment set state = :state, outcome = :outcome, capture_at = :captureAt
            where id = :id and state = any (:before)
            returning
            """ + Payment.COLUMNS)
                .param("state", state.name())
                .param("outcome", outcome)
                .param("captureAt", captureAt == null ? null : captureAt.atOffset(ZoneOffset.UTC))
                .param("id", id)
                .param("before", state.before())
                .query(Payment::read)
                .optional();
    }

    /** The newest first. */
    List<Payment> newest(int limit) {
        return jdbc.sql(SELECT + " order by created_at desc limit ?")
                .param(limit)
                .query(Payment::read)
                .list();
    }

    /** Captures those whose money was late and is here now. */
    List<Payment> captureLate() {
        return jdbc.sql("""
            update sandbox.payment set state = 'CAPTURED'
            where state = 'CAPTURING' and capture_at <= ?
            returning
            """ + Payment.COLUMNS)
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .query(Payment::read)
                .list();
    }

    /**
     * Pays back.
     *
     * @param made is told of a refund that is made now
     * @return the refund of this reference, made now or before; nothing if it is more than is left
     */
    Optional<RefundJson> refund(Payment payment, NewRefund.Checked wanted, Consumer<RefundJson> made) {
        var earlier = refundOf(payment, wanted.reference());
        if (earlier.isPresent()) {
            return earlier;
        }
        var failure = failure(payment, wanted);
        if (failure == null && !take(payment, wanted.amountMinor())) {
            return earlier;
        }
        var refund = insert(payment, wanted, failure);
        made.accept(refund);
        return Optional.of(refund);
    }

    private @Nullable String failure(Payment payment, NewRefund.Checked wanted) {
        return switch (wanted.quirk()) {
            case ACCOUNT_CLOSED -> "account_closed";
            case BALANCE -> isFirst(payment) ? "balance" : null;
            case LOST, NONE -> null;
        };
    }

    private boolean isFirst(Payment payment) {
        return jdbc.sql("select not exists (select from sandbox.refund where payment_id = ?)")
                .param(payment.id())
                .query(Boolean.class)
                .single();
    }

    /** The row is locked by this update, so that copies of a request come one after the other. */
    private boolean take(Payment payment, long amountMinor) {
        return jdbc.sql("""
            update sandbox.payment set refunded_minor = refunded_minor + ?
            where id = ? and state = 'CAPTURED' and refunded_minor + disputed_minor + ? <= amount_minor
            """).params(amountMinor, payment.id(), amountMinor).update() == 1;
    }

    private RefundJson insert(Payment payment, NewRefund.Checked wanted, @Nullable String failure) {
        jdbc.sql("insert into sandbox.refund (id, payment_id, reference, amount_minor, created_at, failure)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params("ref_" + UUID.randomUUID(), payment.id(), wanted.reference(), wanted.amountMinor())
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .param(failure)
                .update();
        return refundOf(payment, wanted.reference()).orElseThrow();
    }

    Optional<RefundJson> refundOf(Payment payment, String reference) {
        return jdbc.sql("select id, amount_minor, failure from sandbox.refund where payment_id = ? and reference = ?")
                .params(payment.id(), reference)
                .query((row, number) -> new RefundJson(
                        row.getString("id"),
                        reference,
                        row.getString("failure") == null ? "SUCCEEDED" : "FAILED",
                        row.getLong("amount_minor"),
                        payment.amount().currency().getCurrencyCode(),
                        row.getString("failure")))
                .optional();
    }
}
