package org.townloop.supply.pack;

import org.townloop.base.kernel.Reason;

/**
 * Why attributes, answers or wishes do not fit their pack, or a pack is not installed. Facts name the {@code attribute}
 * or {@code question} by its label.
 */
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
    ATTRIBUTE_INVALID,
    /** It is for visitors or the platform to say. */
    ATTRIBUTE_NOT_YOURS,
    ANSWER_MISSING,
    /** It is none of those to choose from. */
    ANSWER_NOT_A_CHOICE,
    /** Facts: {@code min} and {@code max}. */
    ANSWER_NO_NUMBER,
    /** Neither yes nor no. */
    ANSWER_INVALID,
    /** Facts: {@code sentence}, the check's own. */
    CHECK_FAILED,
    /** Facts: {@code count} of faults, which are named beside it. */
    PACK_FAULTY,
    /** Facts: {@code next}, a number that is free. */
    PACK_VERSION_TAKEN,
    /** Another version is sold under than was looked at. */
    PACK_CHANGED_MEANWHILE;

    @Override
    public Kind kind() {
        return this == PACK_CHANGED_MEANWHILE ? Kind.CONFLICT : Kind.INVALID;
    }
}
