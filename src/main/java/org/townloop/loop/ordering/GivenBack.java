package org.townloop.loop.ordering;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Money;

/**
 * What went back of an order beside its policy.
 *
 * @param earned taken back from those who had earned it
 * @param escrow out of escrow, before anybody had earned it
 * @param platform the platform's own
 * @param units of which lines, and how many of each; empty if an amount was said
 * @param words why, as the resident reads it; null once they are erased
 */
public record GivenBack(
        UUID id,
        OrderId order,
        Cause cause,
        Money earned,
        Money escrow,
        Money platform,
        Map<Integer, Integer> units,
        @Nullable String words,
        PersonId by,
        Instant at) {

    /** Who said so. */
    public enum Cause {
        BY_MERCHANT("given back by the merchant"),
        AGREED("agreed between the two"),
        DECIDED("decided by an operator");

        private final String code;

        Cause(String code) {
            this.code = code;
        }

        /** As the gateway is told with the refund. */
        public String code() {
            return code;
        }
    }

    /** What goes back to the resident. */
    public Money total() {
        return earned.plus(escrow).plus(platform);
    }
}
