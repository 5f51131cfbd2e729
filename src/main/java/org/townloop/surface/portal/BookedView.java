package org.townloop.surface.portal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.townloop.surface.page.Page;

/**
 * Orders that were held together: to be paid, or what became of each.
 *
 * @param refusal why what was tried did not come about, or null
 * @param items in the order of time
 * @param visit from when to when all of it is, if it is one appointment at one place; else null
 * @param until until when what is not paid is held; null if nothing waits to be paid
 * @param waiting whether a payment was begun and the gateway has not said how it ended
 * @param due what is to be paid
 * @param atPlaces what is paid at the places besides; null if nothing
 * @param policies what becomes of who cancels, by what was bought
 * @param off calling off what has not begun, all at once; null if fewer than two can be
 */
record BookedView(
        Page page,
        @Nullable String refusal,
        String key,
        String href,
        List<Item> items,
        @Nullable String visit,
        CheckoutView.@Nullable Until until,
        boolean waiting,
        String due,
        String total,
        @Nullable String atPlaces,
        List<CheckoutView.Row> policies,
        List<String> gateways,
        @Nullable Off off) {

    /** @param with who does it; empty if that is not known, or nobody in particular */
    record Item(MyLoopView.Entry entry, String with) {}

    /**
     * @param parts each with what comes back of it
     * @param refundMinor what was shown, so that nobody gets less than they saw
     */
    record Off(List<CheckoutView.Row> parts, long refundMinor, String refund, String key) {}
}
