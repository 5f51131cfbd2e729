package org.townloop.surface.counter;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.townloop.loop.checkout.Balances;
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
 * @param seen the same in minor units, and what was received before: what is noted is what was shown
 * @param noted what was noted, and by whom, a sentence each
 * @param undoable the last of them, as long as it is the day on which it was noted; null if nothing is
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
        Balances.Seen seen,
        List<String> noted,
        @Nullable UUID undoable) {

    String href() {
        return "/counter/orders/" + order + "/balance";
    }
}
