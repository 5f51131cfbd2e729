package org.townloop.surface.sandbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.townloop.base.kernel.Money;

/**
 * A payment at this gateway.
 *
 * @param reference the merchant's own name for it
 * @param returnUrl where the payer is sent back to
 * @param webhookUrl where the merchant is told
 */
record Payment(
        String id,
        String reference,
        Money amount,
        String description,
        String returnUrl,
        String webhookUrl,
        PaymentState state,
        long refundedMinor,
        long disputedMinor) {

    static final String COLUMNS =
            "id, reference, amount_minor, currency, description, return_url, webhook_url, state, refunded_minor,"
                    + " disputed_minor";

    /** The last two digits of the amount: some of them make it misbehave, so that everything can be tried. */
    enum Quirk {
        NONE,
        /** …41: declined, whatever the payer does. */
        DECLINES,
        /** …08: opening it takes longer than anybody waits. */
        TIMES_OUT,
        /** …09: the money arrives late. */
        LATE
    }

    /** What neither went back nor is objected to. */
    Money left() {
        return new Money(amount.minor() - refundedMinor - disputedMinor, amount.currency());
    }

    Quirk quirk() {
        return switch ((int) (amount.minor() % 100)) {
            case 41 -> Quirk.DECLINES;
            case 8 -> Quirk.TIMES_OUT;
            case 9 -> Quirk.LATE;
            default -> Quirk.NONE;
        };
    }

    static Payment read(ResultSet row, int number) throws SQLException {
        return new Payment(
                row.getString("id"),
                row.getString("reference"),
                Money.of(row.getLong("amount_minor"), row.getString("currency")),
                row.getString("description"),
                row.getString("return_url"),
                row.getString("webhook_url"),
                PaymentState.valueOf(row.getString("state")),
                row.getLong("refunded_minor"),
                row.getLong("disputed_minor"));
    }
}
