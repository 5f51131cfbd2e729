package org.townloop.loop.payout;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Money;

/**
 * What a bank says of one payout.
 *
 * @param reference ours, as the bank gives it back
 * @param amount null if the bank did not say it
 * @param said its reason, or its status
 */
record AnswerLine(String reference, Result result, @Nullable Money amount, String said) {

    enum Result {
        PAID,
        /** It was not paid. */
        FAILED,
        /** It was paid and came back. */
        RETURNED,
        /** As ISO 20022 says it of both: not paid, or, of what was said to be paid before, returned. */
        REJECTED,
        /** It is still on its way, or the bank says something that we do not know. */
        OTHER
    }

    /** The payout that has this reference; null if it is none of ours. */
    @Nullable
    UUID payout() {
        var hex = reference.strip().replace("-", "");
        return hex.matches("[0-9a-fA-F]{32}")
                ? new UUID(
                        Long.parseUnsignedLong(hex.substring(0, 16), 16), Long.parseUnsignedLong(hex.substring(16), 16))
                : null;
    }
}
