package org.townloop.supply.pack;

import org.townloop.base.kernel.Reason;

/** Why attributes do not fit their pack. All facts but one name the {@code attribute} by its label. */
public enum PackReason implements Reason {
    ATTRIBUTE_MISSING,
    /** Facts: {@code key}. */
    ATTRIBUTE_UNKNOWN,
    /** Facts: {@code choices}, by their keys. */
    ATTRIBUTE_NOT_A_CHOICE,
    ATTRIBUTE_REPEATED,
    /** Facts: {@code min} and {@code max}. */
    ATTRIBUTE_OUT_OF_RANGE,
    /** Facts: {@code max} characters. */
    ATTRIBUTE_TOO_LONG,
    /** Facts: {@code expected}, a type of JSON Schema. */
    ATTRIBUTE_WRONG_TYPE,
    ATTRIBUTE_INVALID;

    @Override
    public Kind kind() {
        return Kind.INVALID;
    }
}
