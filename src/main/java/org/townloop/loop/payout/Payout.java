package org.townloop.loop.payout;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Money;
import org.townloop.loop.ledger.Payee;

/**
 * An amount that goes to a payee's bank.
 *
 * @param dueOn the day of the payee's cycle for which it is paid
 * @param account to which it went
 * @param decidedAt when the bank's answer was read; null before
 * @param returnedAt when it came back after it was paid; null unless it did
 * @param failure why the bank has not paid it or has returned it, in its words; null unless it failed or came back
 */
public record Payout(
        UUID id,
        UUID run,
        Payee payee,
        Money amount,
        LocalDate dueOn,
        UUID account,
        PayoutState state,
        Instant madeAt,
        @Nullable Instant decidedAt,
        @Nullable Instant returnedAt,
        @Nullable String failure) {

    /** What the bank calls it: its id without hyphens, since ISO 20022 takes 35 characters. */
    public String reference() {
        return reference(id);
    }

    static String reference(UUID id) {
        return id.toString().replace("-", "");
    }
}
