package org.townloop.supply.pack;

import org.townloop.base.kernel.Reason;

/** Why attributes do not fit their pack. */
public enum PackReason implements Reason {
    /** Facts: {@code en} and {@code zh}, the attribute's labels. */
    ATTRIBUTE_MISSING,
    /** Facts: {@code key}. */
    ATTRIBUTE_UNKNOWN,
    /** Facts: labels, {@code choices}. */
    ATTRIBUTE_NOT_A_CHOICE,
    /** Facts: labels, {@code min} and {@code max}. */
    ATTRIBUTE_OUT_OF_RANGE,
    /** Facts: labels, {@code expected}. */
    ATTRIBUTE_WRONG_TYPE,
    /** Facts: labels, {@code rule}. */
    ATTRIBUTE_INVALID;

    @Override
    public Kind kind() {
        return Kind.INVALID;
    }
}
