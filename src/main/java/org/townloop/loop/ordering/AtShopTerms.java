package org.townloop.loop.ordering;

import java.time.Duration;
import java.time.Instant;

/**
 * What was agreed on paying at the shop: that it may be, that the shares of the sale are charged of it once the shop has it,
 * and when it counts as paid though nobody has said so.
 *
 * @param only whether it is not paid online at all
 * @param countedAfterDays so long after it was had it counts as paid, at least 1
 */
public record AtShopTerms(boolean only, int countedAfterDays) {

    /** From when on it counts as paid. */
    public Instant countsAt(Instant had) {
        return had.plus(Duration.ofDays(countedAfterDays));
    }

    public AtShopTerms {
        if (countedAfterDays < 1) {
            throw new IllegalArgumentException("counted before it was had: " + countedAfterDays);
        }
    }
}
