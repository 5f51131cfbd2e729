package org.townloop.supply.offer;

import org.townloop.base.kernel.Reason;

/** Why a set menu is not chosen from so. Facts: {@code course} and {@code choices}, by their names. */
public enum MenuReason implements Reason {
    CHOICE_MISSING,
    CHOICE_UNKNOWN;

    @Override
    public Kind kind() {
        return Kind.INVALID;
    }
}
