package org.townloop.surface.desk;

import org.townloop.base.kernel.Reason;

/** Why something that was typed at the desk cannot be read. */
enum DeskReason implements Reason {
    PRICE_UNREADABLE,
    /** Facts: {@code attribute}, by its label. */
    NUMBER_UNREADABLE,
    DAY_UNREADABLE,
    /** Facts: {@code line}. */
    MENU_UNREADABLE;

    @Override
    public Kind kind() {
        return Kind.INVALID;
    }
}
