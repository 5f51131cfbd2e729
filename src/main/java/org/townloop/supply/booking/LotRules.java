package org.townloop.supply.booking;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Outcome;

/** Which lots a request takes, or why it cannot be had like that, whatever is left. */
record LotRules(Roster roster, Instant now) {

    /** @param expiresAt when the claims expire; null for never */
    Outcome<List<LotClaim>> claims(HoldRequest request, @Nullable Instant expiresAt) {
        throw new IllegalStateException(
                "takes no lot at " + roster.place() + ": " + request.offer().id() + ", " + now + ", " + expiresAt);
    }
}
