package org.townloop.loop.reconciliation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Money;
import org.townloop.loop.payment.ReportLine;

/**
 * Something of which a gateway and we do not say the same.
 *
 * @param day in UTC
 * @param reference our id of the payment or refund, or what the gateway took for one
 * @param ours null if we know nothing of it
 * @param theirs null if the gateway says nothing of it
 * @param note what somebody found out; null of one that is open
 */
public record Difference(
        UUID id,
        String gateway,
        LocalDate day,
        Kind kind,
        ReportLine.Kind movement,
        String reference,
        @Nullable Money ours,
        @Nullable Money theirs,
        Instant foundAt,
        DifferenceState state,
        @Nullable String note,
        @Nullable PersonId changedBy,
        @Nullable Instant changedAt) {

    /** In what they differ. */
    public enum Kind {
        /** The gateway has moved it, and we do not know. */
        MISSING_HERE,
        /** We think that it was moved, and the gateway does not say so. */
        MISSING_THERE,
        OTHER_AMOUNT,
        /** The gateway has moved it more than once; theirs is the sum. */
        TWICE
    }
}
