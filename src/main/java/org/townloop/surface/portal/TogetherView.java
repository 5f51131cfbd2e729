package org.townloop.surface.portal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.townloop.surface.page.Page;

/**
 * Several services of a place in one appointment.
 *
 * @param refusal why the hold that was tried did not come about, or null
 * @param key what makes a hold that is sent twice one hold
 * @param asked what was asked for, to be sent along with the plan
 * @param others what can be added; none once there are enough
 * @param full whether no more can be added
 * @param orderHref the same with the order kept, or not kept any more
 * @param when the times; null as long as there are none to show
 * @param practised what the trade asks before a booking
 */
record TogetherView(
        Page page,
        @Nullable String refusal,
        String key,
        TogetherAsked asked,
        String place,
        String placeHref,
        List<Chosen> chosen,
        List<Other> others,
        boolean full,
        String orderHref,
        @Nullable When when,
        Practised practised) {

    /** @param earlierHref null for the first of them */
    record Chosen(
            String title,
            String said,
            boolean alongside,
            String removeHref,
            @Nullable String earlierHref) {}

    record Other(String title, String said, boolean alongside, String addHref) {}

    /**
     * @param day the one that is shown, in words
     * @param picked the option that was chosen before, if it is still there
     * @param next the next day with any, if this one has none; null if it has, or if there is no such day
     */
    record When(
            List<FreeDays.Day> days,
            @Nullable String earlier,
            @Nullable String later,
            String day,
            List<Option> options,
            @Nullable Option picked,
            @Nullable Next next,
            long longestWait) {}

    record Next(String day, String href) {}

    /**
     * A plan.
     *
     * @param value what is sent to have it
     */
    record Option(
            String span, String lasting, String total, Sums sums, String with, String value, List<Piece> pieces) {}

    /** @param pause for how long one waits before it; null if not at all */
    record Piece(
            String span,
            String title,
            String with,
            String price,
            @Nullable String pause) {}
}
