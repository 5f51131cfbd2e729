package org.townloop.surface.portal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.PatternDrawing;

/**
 * One page from hold to payment.
 *
 * @param refusal why the payment did not begin, or null
 * @param key what makes a payment that is sent twice one payment
 * @param part of which quotation it is a stage; null if it is none
 * @param online whether nobody comes for it: it is opened on a page
 * @param kept until when nobody has the money
 * @param until until when the time is held
 * @param rows every part of the price
 * @param total what is paid now
 * @param price of all of it
 * @param sums what it costs altogether, and how it is paid
 * @param dishes what was chosen of a set menu
 * @param cards those of the payer's that fit, and which of them are chosen
 * @param policies what becomes of who cancels, comes late or does not come
 * @param ways how it may be paid
 * @param coupons what may be put on it; null where none can be used
 * @param shares where the money goes once the visit was had
 */
record CheckoutView(
        Page page,
        @Nullable String refusal,
        String key,
        String href,
        String offerHref,
        PatternDrawing picture,
        String title,
        String place,
        String address,
        String when,
        String duration,
        @Nullable StagePart part,
        boolean online,
        String kept,
        Until until,
        List<Row> rows,
        String total,
        String price,
        Sums sums,
        List<Row> shares,
        List<String> dishes,
        List<String> policies,
        PayWays ways,
        @Nullable CouponBox coupons,
        CardChoice cards) {

    /** An amount and what it is for. */
    record Row(String label, String amount) {}

    /** A moment, and how far it is. */
    record Until(String words, String machine, long secondsLeft) {}
}
