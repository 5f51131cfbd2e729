package org.townloop.supply.merchant;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What an operator has found about a merchant. */
public sealed interface Standing {

    /**
     * Nobody has looked yet: it sells, and its money waits.
     *
     * @param since since when it asks to be looked at, or null if it came before anybody asked
     */
    record Unverified(@Nullable Instant since) implements Standing {}

    /** It is who it says it is: it may be paid. */
    record Verified(Instant at) implements Standing {}

    /** It may neither sell nor be paid until it has mended what was found. */
    record Turned(Instant at, String why) implements Standing {}

    default boolean isVerified() {
        return this instanceof Verified;
    }
}
