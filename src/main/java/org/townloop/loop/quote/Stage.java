package org.townloop.loop.quote;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Money;
import org.townloop.loop.ordering.OrderId;

/**
 * A part of the price that is paid together.
 *
 * @param number 1, 2, 3 …
 * @param dueAt from when on it is to be paid; null as long as that is not known
 * @param order the last that was made of it; null if none was
 */
public record Stage(
        int number,
        String name,
        Money amount,
        Due due,
        int daysBefore,
        @Nullable Instant dueAt,
        @Nullable OrderId order) {

    /** Whether it may be paid now. */
    public boolean isDue(Instant now) {
        return dueAt != null && !dueAt.isAfter(now);
    }
}
