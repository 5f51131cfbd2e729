package org.townloop.surface.counter;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.townloop.surface.page.Page;

/**
 * What somebody still pays at the place, and that it was paid.
 *
 * @param refusal why what was tried did not come about, or null
 * @param back to where whoever looks at it came from
 * @param day of the desk's page; empty at the counter
 * @param facts who, what and when, a line each
 * @param online what was paid when booking
 * @param open what is still to be paid; null if nothing
 * @param openMinor the same in minor units: what is noted is what was shown
 * @param noted what was noted, and by whom; null if nothing
 * @param undoable whether it is still the day on which it was noted
 */
record BalanceView(
        Page page,
        @Nullable String refusal,
        UUID order,
        String placeName,
        String back,
        String day,
        List<String> facts,
        String price,
        String online,
        @Nullable String open,
        long openMinor,
        @Nullable String noted,
        boolean undoable) {

    String href() {
        return "/counter/orders/" + order + "/balance";
    }
}
