package org.townloop.surface.counter;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Point;
import org.townloop.base.kernel.Site;
import org.townloop.surface.page.Landmarks;
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

    /**
     * What was typed, to be shown again.
     *
     * @param card the code of a card that the guest shows
     * @param door where it is to be done, or from where they are taken, if it is not done at the place
     * @param to where they are taken, if it is a ride
     */
    record Typing(
            @Nullable Instant start,
            int quantity,
            String name,
            String contact,
            String card,
            Door door,
            Door to,
            Map<String, String> answers) {

        static final Typing NOTHING = new Typing(null, 1, "", "", "", Door.NOWHERE, Door.NOWHERE, Map.of());

        /** Null until all of it is known. */
        @Nullable
        Site site(boolean isRide) {
            var from = door.site();
            var end = to.site();
            if (from == null || !isRide) {
                return from;
            }
            return end == null ? null : new Site(from.address(), from.point(), end);
        }
    }

    /**
     * A home, as it was said on the telephone.
     *
     * @param landmark what it is near, as its field has it
     * @param point the middle of that; null until it was chosen
     */
    record Door(String address, String landmark, @Nullable Point point) {

        static final Door NOWHERE = new Door("", "", null);

        /** Null until all of it is known. */
        @Nullable
        Site site() {
            return point == null || address.isBlank() ? null : new Site(address.strip(), point);
        }
    }

    /** Something that is sold. */
    record Choice(String title, String price, String next, String href) {}

    /**
     * What was chosen.
     *
     * @param times the next that can be had, the first of them chosen
     * @param ahead what can be ordered ahead with it, or null
     * @param later the times of the next day, null where the calendar ends
     * @param ride whether they are taken to somewhere else
     * @param near what a home may be near; empty if it is done at the place
     */
    record Chosen(
            UUID offer,
            String title,
            String price,
            String day,
            List<Time> times,
            List<Course> courses,
            @Nullable Ahead ahead,
            int most,
            @Nullable LocalDate earlier,
            @Nullable LocalDate later,
            List<Landmarks.Landmark> near,
            boolean ride) {

        boolean atHome() {
            return !near.isEmpty();
        }
    }

    /** Where another day of it is shown; of what is done at a home a button does that, so that no address is in an address. */
    String day(Chosen shown, LocalDate day) {
        return from.path() + "?place=" + place + "&offer=" + shown.offer() + "&day=" + day;
    }

    /** A time or a day that can be had. */
    record Time(String label, String value, boolean chosen) {}

    /** A course that there is a choice in. */
    record Course(String name, String field, List<Dish> dishes) {}

    record Dish(String key, String name, boolean chosen) {}

    /**
     * Dishes that can be ordered ahead with a table.
     *
     * @param said until when
     */
    record Ahead(String said, List<Counted> dishes) {}

    /** @param count as it was typed, or an empty text */
    record Counted(String field, String name, String price, int most, String count) {}

    /**
     * An order that was taken.
     *
     * @param home where it is done; null if at the place
     * @param link where it is paid, null if at the shop
     * @param until until when it waits for the payment
     * @param hadHref where it is said that the guest is here; null if it is still to be paid, or was by a card
     */
    record Taken(
            Page page,
            From from,
            UUID place,
            String title,
            String when,
            @Nullable String home,
            String total,
            List<String> dishes,
            @Nullable String link,
            String until,
            @Nullable String hadHref) {}
}
