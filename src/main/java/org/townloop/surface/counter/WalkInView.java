package org.townloop.surface.counter;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.townloop.surface.page.Page;

/**
 * Taking an order: first what, then when and how it is paid.
 *
 * @param refusal why what was tried did not come about, or null
 * @param offers what the place sells; empty once one was chosen
 * @param chosen what was chosen, or null
 */
record WalkInView(
        Page page,
        From from,
        UUID place,
        String placeName,
        @Nullable String refusal,
        String key,
        List<Choice> offers,
        @Nullable Chosen chosen,
        Typing typed) {

    /** Where the page was opened. */
    enum From {
        COUNTER("/counter/walk-in", "/counter"),
        DESK("/desk/orders/new", "/desk");

        private final String path;
        private final String back;

        From(String path, String back) {
            this.path = path;
            this.back = back;
        }

        String path() {
            return path;
        }

        String back() {
            return back;
        }
    }

    /** What was typed, to be shown again. */
    record Typing(@Nullable Instant start, int quantity, String name, String contact, Map<String, String> answers) {

        static final Typing NOTHING = new Typing(null, 1, "", "", Map.of());
    }

    /** Something that is sold. */
    record Choice(String title, String price, String next, String href) {}

    /**
     * What was chosen.
     *
     * @param times the next that can be had, the first of them chosen
     * @param later the times of the next day, null where the calendar ends
     */
    record Chosen(
            UUID offer,
            String title,
            String price,
            String day,
            List<Time> times,
            List<Course> courses,
            int most,
            @Nullable String earlier,
            @Nullable String later) {}

    /** A time or a day that can be had. */
    record Time(String label, String value, boolean chosen) {}

    /** A course that there is a choice in. */
    record Course(String name, String field, List<Dish> dishes) {}

    record Dish(String key, String name, boolean chosen) {}

    /**
     * An order that was taken.
     *
     * @param link where it is paid, null if at the shop
     * @param until until when it waits for the payment
     * @param hadHref where it is said that the guest is here; null if it is still to be paid
     */
    record Taken(
            Page page,
            From from,
            UUID place,
            String title,
            String when,
            String total,
            List<String> dishes,
            @Nullable String link,
            String until,
            @Nullable String hadHref) {}
}
