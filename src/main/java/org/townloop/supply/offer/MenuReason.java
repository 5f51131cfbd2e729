package org.townloop.supply.offer;

import org.townloop.base.kernel.Reason;

/** Why a set menu is not chosen from so. Facts: {@code course} by its name, {@code choices} by their keys. */
public enum MenuReason implements Reason {
    CHOICE_MISSING,
    CHOICE_UNKNOWN;

    @Override
    public Kind kind() {
        return Kind.INVALID;
    }
}
