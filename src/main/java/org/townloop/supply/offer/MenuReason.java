package org.townloop.supply.offer;

import org.townloop.base.kernel.Reason;

/** Why a set menu is not chosen from so. Facts: {@code course} and {@code choices}, by their names. */
public enum MenuReason implements Reason {
    CHOICE_MISSING,
    CHOICE_UNKNOWN,
    /** Facts: {@code dish} by its name, {@code max} of it. */
    DISHES_UNREADABLE,
    /** Facts: {@code least} that such a party orders, and what is {@code missing}. */
    DISHES_TOO_FEW,
    /** Facts: {@code hours} before. */
    DISHES_TOO_LATE;

    @Override
    public Kind kind() {
        return Kind.INVALID;
    }
}
