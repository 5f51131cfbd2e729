package org.townloop.surface.portal;

import org.jspecify.annotations.Nullable;
import org.townloop.surface.page.Page;

/**
 * Another time for an order.
 *
 * @param refusal why the move that was tried did not come about, or null
 * @param href the order's page
 * @param until until when moving costs nothing
 * @param free the free times, null if it is not booked at a time
 * @param days the days, null if it is not had on a day
 * @param stay the nights, null if it is none
 * @param balance what is left to be paid at the place at the time that was chosen; null if it stays as it is
 */
record MoveView(
        Page page,
        @Nullable String refusal,
        String key,
        String href,
        String title,
        String when,
        String until,
        @Nullable FreeDays free,
        @Nullable DayChoice days,
        @Nullable StayChoice stay,
        @Nullable Balance balance) {

    /**
     * Another sum than before.
     *
     * @param minor null if it cannot be moved there for it
     */
    record Balance(String words, @Nullable Long minor) {}
}
