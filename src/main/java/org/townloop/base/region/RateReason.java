package org.townloop.base.region;

import org.townloop.base.kernel.Reason;

/** Why rates are not taken. */
public enum RateReason implements Reason {
    /** A share is from 0 to 100 percent, with two decimals. */
    RATE_INVALID,
    /** Facts: {@code region}, where they would be more than the whole. */
    RATES_TOO_HIGH,
    /** A region above has locked them. */
    RATES_LOCKED,
    /** A region under no other must say its own. */
    RATE_MISSING;

    @Override
    public Kind kind() {
        return Kind.INVALID;
    }
}
