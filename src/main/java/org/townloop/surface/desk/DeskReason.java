package org.townloop.surface.desk;

import org.townloop.base.kernel.Reason;

/** Why something that was typed at the desk cannot be read. */
enum DeskReason implements Reason {
    PRICE_UNREADABLE,
    /** A whole percentage, or nothing. */
    DEPOSIT_UNREADABLE,
    /** Facts: {@code attribute}, by its label. */
    NUMBER_UNREADABLE,
    /** Facts: {@code kind}, by its label. */
    COUNT_UNREADABLE,
    DAY_UNREADABLE,
    /** Facts: {@code day}, as it was typed. */
    DAYS_UNREADABLE,
    DISTANCE_UNREADABLE,
    /** Facts: {@code line}. */
    /** Facts: {@code line} that cannot be read. */
    DISH_UNREADABLE,
    MENU_UNREADABLE,
    /** Facts: {@code line}. */
    SESSION_UNREADABLE,
    /** Facts: {@code line}. */
    SEASON_UNREADABLE,
    ROOMS_NOT_CHOSEN,
    HOUR_OF_STAY_UNREADABLE,
    /** The beginning or the end of the night is no time. */
    NIGHT_UNREADABLE,
    GIVES_MISSING,
    /** Facts: {@code row}, from 1. */
    WINDOW_UNREADABLE,
    /** Facts: {@code row}, from 1. */
    RING_UNREADABLE;

    @Override
    public Kind kind() {
        return Kind.INVALID;
    }
}
