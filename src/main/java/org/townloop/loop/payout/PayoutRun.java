package org.townloop.loop.payout;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.RegionId;

/**
 * Payouts that were made together.
 *
 * @param madeBy null if it was time
 * @param executeOn when the bank is asked to pay them
 * @param debtor as it stands in the file; null before there was one
 */
public record PayoutRun(
        UUID id,
        RegionId region,
        Instant madeAt,
        @Nullable PersonId madeBy,
        LocalDate executeOn,
        @Nullable Debtor debtor,
        Totals totals) {

    /**
     * What it comes to.
     *
     * @param count how many payouts, of which so many are paid, failed or came back
     */
    public record Totals(int count, Money amount, int paid, int failed, int returned) {

        public int open() {
            return count - paid - failed - returned;
        }
    }

    /** What the bank calls the whole file; always the same for a run. */
    public String message() {
        return "P" + Payout.reference(id);
    }
}
