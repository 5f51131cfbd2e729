package org.townloop.surface.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.townloop.supply.booking.SoldSessions;
import org.townloop.surface.page.Form;

/**
 * The sessions to come, and who comes to them.
 *
 * @param form with what was refused
 * @param said what was just done, in words
 * @param earlier the week before, null at the present one
 */
record SessionsView(
        Desk desk,
        Form form,
        @Nullable String said,
        List<Row> rows,
        @Nullable String earlier,
        String later) {

    /**
     * A session.
     *
     * @param start as it is sent to call it off
     * @param seats 0 if it is a session no more, but was sold as one
     * @param ahead whether it takes place, and has not begun yet
     * @param state whether it takes place, in words; null if it does however few come
     * @param tone of the tag that says so
     * @param confirmable whether the place may say that it does
     * @param back what goes back to whom; null unless it does not take place
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
            @Nullable String back,
            List<Guest> guests) {

        int left() {
            return Math.max(0, seats - sold);
        }

        /** Whether it was said, or decided, that it takes place. */
        boolean isCertain() {
            return state != null && tone.equals("good");
        }

        boolean isOf(SoldSessions.At session) {
            return offer.equals(session.offer().value().toString())
                    && start.equals(session.start().toString());
        }
    }

    /** @param tone of the tag that says what became of it */
    record Guest(String name, int people, String state, String tone) {}
}
