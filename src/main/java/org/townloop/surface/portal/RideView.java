package org.townloop.surface.portal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.townloop.surface.page.Form;
import org.townloop.surface.page.Landmarks;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.PointPicker;

/**
 * From where to where somebody wants to be taken, and when.
 *
 * @param key what makes a hold that is sent twice one hold
 * @param price what the shortest ride costs
 * @param seats how many are taken along
 * @param arrival how long the window is in which they are picked up
 * @param pay how long there is to pay for a ride that begins soon
 * @param remembered addresses at which the resident was before
 * @param landmarks what a point may be chosen by, without a map
 * @param quote the way and what it costs; null until both ends are known
 */
record RideView(
        Page page,
        Form form,
        String key,
        String offerHref,
        String title,
        String place,
        String price,
        int seats,
        int people,
        String arrival,
        String pay,
        PointPicker from,
        PointPicker to,
        List<String> remembered,
        List<Landmarks.Landmark> landmarks,
        Practised practised,
        @Nullable Quote quote,
        List<String> policies) {

    /**
     * What it comes to.
     *
     * @param distance along the way
     * @param lasting how long the way takes
     * @param now null if nobody can come soon
     * @param opens when the place opens again; null if it is open now
     * @param on the day whose starts are shown, as it is sent
     * @param day the same in words
     * @param earlier the day before, null at today
     * @param later the next day, null where the calendar ends
     */
    record Quote(
            String distance,
            String lasting,
            @Nullable Now now,
            @Nullable String opens,
            String on,
            String day,
            List<Start> starts,
            @Nullable String earlier,
            @Nullable String later) {}

    /**
     * The earliest pick-up.
     *
     * @param minutes from now on
     * @param value what is sent: the start and the fare that is shown
     */
    record Now(int minutes, String window, String fare, String value) {}

    /** A start that can be had. */
    record Start(String window, String fare, String value, boolean chosen) {}
}
