package org.townloop.base.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A bearer token as its owner sees it: what opens the door is kept as a hash only.
 *
 * @param label what its owner calls it
 * @param lastUsed to the hour; null if it never was
 */
public record Token(
        TokenId id,
        String label,
        TokenScope scope,
        Instant created,
        @Nullable Instant lastUsed) {}
