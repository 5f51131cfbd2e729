package org.townloop.surface.portal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.townloop.surface.page.Form;
import org.townloop.surface.page.Landmarks;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.PointPicker;

/**
 * Where somebody lives, and when somebody can be there.
 *
 * @param key what makes a hold that is sent twice one hold
 * @param arrival how long the window is
 * @param team how many come
 * @param remembered addresses at which the resident was visited before
 * @param landmarks what a point may be chosen by, without a map
 * @param week the windows that can be had; null until the address is known
 */
record DoorView(
        Page page,
        Form form,
        String key,
        String offerHref,
        String title,
        String place,
        String price,
        String duration,
        String arrival,
        int team,
        PointPicker pick,
        List<String> remembered,
        List<Landmarks.Landmark> landmarks,
        @Nullable Week week,
        List<String> policies) {

    /**
     * A week of windows.
     *
     * @param earlier the first day of the week before, null at today
     * @param later the first day of the next, null where the calendar ends
     */
    record Week(
            List<Day> days,
            @Nullable String earlier,
            @Nullable String later) {}

    /** A day on which there is any. */
    record Day(String name, List<Window> windows) {}

    /**
     * Within which they arrive.
     *
     * @param liked whether it was chosen before the address was known
     */
    record Window(String label, String value, boolean liked) {}
}
