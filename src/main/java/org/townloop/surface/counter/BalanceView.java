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
 * @param figures what there is to pay and what was paid: they add up to what is open, or to be given back
 * @param why nothing is taken yet, or is due any more, in a sentence; null if there is nothing to be said
 * @param isHeld whether the deposit is still to come: until then nothing is taken
 * @param open what is still to be paid; null if nothing
 * @param givesBack what is to be given back; null if nothing
 * @param how whose money it is, in a sentence
 * @param seen the same in minor units, and what was received before: what is noted is what was shown
 * @param notes how often something was noted
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
        List<Row> figures,
        @Nullable String why,
        boolean isHeld,
        @Nullable String open,
        @Nullable String givesBack,
        String how,
        Balances.Seen seen,
        int notes,
        @Nullable UUID undoable) {

    /** @param noted whether it is something that staff have noted */
    record Row(String label, String amount, boolean noted) {}

    /** What stands above all: what is to be done. */
    String title() {
        return page.text(
                isHeld
                        ? "page.deposit.unpaid"
                        : open != null
                                ? "counter.balance.title"
                                : givesBack != null ? "counter.balance.back" : "counter.balance.nothing");
    }

    String href() {
        return "/counter/orders/" + order + "/balance";
    }
}
