package org.townloop.surface.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The windows of a place from today on.
 *
 * @param said whether the place said anything of windows yet
 */
record DeliveryView(Desk desk, List<Day> days, boolean said) {

    record Day(String name, List<Window> windows) {}

    /**
     * @param time from and to
     * @param orders how many there are, in words
     * @param state what is to be done, or null
     */
    record Window(
            String href,
            String time,
            String orders,
            @Nullable String state) {}
}
