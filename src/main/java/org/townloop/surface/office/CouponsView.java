package org.townloop.surface.office;

import java.util.List;
import org.townloop.surface.page.Form;

/**
 * The coupons that the platform pays in a region, and a form for another.
 *
 * @param above whether other regions lie below it: coupons are made in one of these
 */
record CouponsView(Office office, Form form, boolean above, List<Row> rows) {

    /**
     * A coupon.
     *
     * @param words what it takes off, and from which price on
     * @param code what is typed, in words; or that it is open to all
     * @param used how many are used, in words
     * @param spent of which budget, in words
     * @param tone of its state
     * @param stoppable whether it can be ended early
     */
    record Row(
            String id,
            String words,
            String code,
            String when,
            String used,
            String spent,
            String state,
            String tone,
            boolean stoppable) {}
}
