package org.townloop.surface.sandbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Money;

/**
 * A payer's objection to a payment.
 *
 * @param reason one of {@link #REASONS}
 * @param answer what the merchant says to it
 */
record Dispute(
        String id,
        String paymentId,
        Money amount,
        String reason,
        DisputeState state,
        @Nullable String answer,
        Instant answerBy) {

    static final List<String> REASONS = List.of("not_received", "not_as_described", "fraud", "duplicate");

    static final String SELECT = """
        select d.id, d.payment_id, d.amount_minor, p.currency, d.reason, d.state, d.answer, d.answer_until
        from sandbox.dispute d join sandbox.payment p on p.id = d.payment_id
        """;

    DisputeJson json() {
        return new DisputeJson(
                id, state.name(), amount.minor(), amount.currency().getCurrencyCode(), reason, answerBy.toString());
    }

    static Dispute read(ResultSet row, int number) throws SQLException {
        return new Dispute(
                row.getString("id"),
                row.getString("payment_id"),
                Money.of(row.getLong("amount_minor"), row.getString("currency")),
                row.getString("reason"),
                DisputeState.valueOf(row.getString("state")),
                row.getString("answer"),
                row.getTimestamp("answer_until").toInstant());
    }
}
