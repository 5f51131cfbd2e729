package org.townloop.loop.payment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Money;

/** A row of {@code payment.intent} as an intent. */
final class IntentRow {

    static final String COLUMNS = """
        id, order_id, person_id, gateway, amount_minor, currency, state, gateway_ref, redirect_url, return_url,
        created_at, asked_at, closed_at
        """;

    static final String SELECT = "select " + COLUMNS + " from payment.intent";

    private IntentRow() {}

    static Intent read(ResultSet row, int number) throws SQLException {
        return new Intent(
                new IntentId(row.getObject("id", UUID.class)),
                row.getObject("order_id", UUID.class),
                new PersonId(row.getObject("person_id", UUID.class)),
                row.getString("gateway"),
                Money.of(row.getLong("amount_minor"), row.getString("currency")),
                IntentState.valueOf(row.getString("state")),
                row.getString("gateway_ref"),
                row.getString("redirect_url"),
                row.getString("return_url"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("asked_at").toInstant(),
                instant(row, "closed_at"));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }
}
