package org.townloop.surface.portal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.townloop.surface.page.Page;

/**
 * Orders that were held together: to be paid, or what became of each.
 *
 * @param refusal why what was tried did not come about, or null
 * @param items in the order of time
 * @param visit when they are there, if it is at one place; else null
 * @param oneVisit whether one guest has all of it on one way there
 * @param closed what of it was called off or ran out, and what comes back, a sentence each
 * @param until until when what is not paid is held; null if nothing waits to be paid
 * @param waiting whether a payment was begun and the gateway has not said how it ended
 * @param due what is to be paid
 * @param coupons what may be put on it; null once nothing waits to be paid
 * @param cards the payer's that fit; null once nothing waits to be paid
 * @param sums what it costs, and how it is paid; null once nothing of it is left
 * @param policies what becomes of who cancels what is still to come, by what was bought: of all of it if that is empty
 * @param off calling off what has not begun, all at once; null if fewer than two can be
 */
record BookedView(
        Page page,
        @Nullable String refusal,
        String key,
        String href,
        List<Item> items,
        @Nullable String visit,
        boolean oneVisit,
        List<String> closed,
        CheckoutView.@Nullable Until until,
        boolean waiting,
        String due,
        @Nullable Sums sums,
        List<CheckoutView.Row> policies,
        List<String> gateways,
        @Nullable CouponBox coupons,
        @Nullable CardChoice cards,
        @Nullable Off off) {

    /** What it is: several services on one way there, or several bookings. */
    String titleKey() {
        return oneVisit ? "portal.together.title" : "portal.booked.title";
    }

    /** @param with who does it; empty if that is not known, or nobody in particular */
    record Item(MyLoopView.Entry entry, String with) {}

    /**
     * @param parts each with what comes back of it
     * @param refundMinor what was shown, so that nobody gets less than they saw
     * @param atPlace what was paid at places, which give it back; null if nothing was
     */
    record Off(
            List<CheckoutView.Row> parts,
            long refundMinor,
            String refund,
            @Nullable String atPlace,
            String key) {}
}
