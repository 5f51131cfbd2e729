package org.townloop.loop.payout;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Money;

/**
 * A file in which a bank answered, and what its lines came to.
 *
 * @param file its name, as it was uploaded
 */
public record BankAnswer(UUID id, String file, Instant readAt, PersonId readBy, List<Line> lines) {

    /** What a line did. */
    public enum Effect {
        PAID,
        FAILED,
        /** It had been paid and has come back. */
        RETURNED,
        /** It was known: nothing has moved. */
        REPEATED,
        /** It says the opposite of what was said before: nothing has moved, and somebody has to ask the bank. */
        CONTRADICTED,
        /** Nothing has moved. */
        OTHER_AMOUNT,
        /** It is none of the payouts of these regions. */
        UNKNOWN,
        /** The bank has not decided yet. */
        NOT_FINAL
    }

    /**
     * A line.
     *
     * @param payout null if it is none of ours
     * @param amount as the bank says it; null if it did not
     * @param said the bank's reason or status
     */
    public record Line(
            int number,
            String reference,
            @Nullable UUID payout,
            @Nullable Money amount,
            Effect effect,
            String said) {}

    public long count(Effect effect) {
        return lines.stream().filter(line -> line.effect() == effect).count();
    }
}
