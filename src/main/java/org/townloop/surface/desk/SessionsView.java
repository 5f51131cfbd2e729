package org.townloop.surface.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.townloop.surface.page.Form;

/**
 * The sessions to come, and who comes to them.
 *
 * @param form with what was refused
 * @param earlier the week before, null at the present one
 */
record SessionsView(
        Desk desk, Form form, List<Row> rows, @Nullable String earlier, String later) {

    /**
     * A session.
     *
     * @param start as it is sent to call it off
     * @param seats 0 if it is a session no more, but was sold as one
     * @param ahead whether it has not begun yet
     * @param state whether it takes place, in words; null if it does however few come
     * @param tone of the tag that says so
     * @param confirmable whether the place may say that it does
     */
    record Row(
            String offer,
            String title,
            String when,
            String machine,
            String start,
            int sold,
            int seats,
            boolean ahead,
            @Nullable String state,
            String tone,
            boolean confirmable,
            List<Guest> guests) {

        int left() {
            return Math.max(0, seats - sold);
        }
    }

    /** @param tone of the tag that says what became of it */
    record Guest(String name, int people, String state, String tone) {}
}
