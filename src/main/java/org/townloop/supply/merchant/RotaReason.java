package org.townloop.supply.merchant;

import org.townloop.base.kernel.Reason;

/** What is wrong with a line of a rota. Facts: {@code line}, counted from 1, and {@code text}, what stands there. */
public enum RotaReason implements Reason {
    ROTA_EMPTY,
    /** Facts: {@code max} lines. */
    ROTA_TOO_LONG,
    ROTA_UNREADABLE,
    ROTA_FIELDS,
    /** Facts: {@code names} of those who work there. */
    ROTA_NAME_UNKNOWN,
    ROTA_NAME_OF_TWO,
    ROTA_NO_DATE,
    ROTA_DATE_PAST,
    /** Facts: {@code last} day. */
    ROTA_DATE_TOO_FAR,
    ROTA_NO_TIME,
    ROTA_SHIFT_EMPTY,
    /** Facts: {@code hours} at most. */
    ROTA_SHIFT_TOO_LONG,
    /** Facts: {@code other} line of the same person. */
    ROTA_OVERLAP,
    /** Facts: {@code other} line of the same person. */
    ROTA_OFF_AND_ON;

    @Override
    public Kind kind() {
        return Kind.INVALID;
    }
}
