package org.townloop.loop.payment;

import org.jspecify.annotations.Nullable;

/**
 * What a gateway's word came to.
 *
 * @param reason why it is quarantined
 */
record Verdict(Receipt receipt, @Nullable String reason) {

    static final Verdict APPLIED = new Verdict(Receipt.APPLIED, null);
    static final Verdict DUPLICATE = new Verdict(Receipt.DUPLICATE, null);
    static final Verdict IGNORED = new Verdict(Receipt.IGNORED, null);

    static Verdict quarantined(String reason) {
        return new Verdict(Receipt.QUARANTINED, reason);
    }

    static Verdict applied(boolean first) {
        return first ? APPLIED : IGNORED;
    }
}
