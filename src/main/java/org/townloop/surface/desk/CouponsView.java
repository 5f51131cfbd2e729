package org.townloop.surface.desk;

import java.util.List;
import org.townloop.surface.page.Form;

/**
 * The coupons of a place, and a form for another.
 *
 * @param offers for which there can be coupons
 * @param said what was just done, or an empty text
 */
record CouponsView(Desk desk, Form form, List<Choice> offers, List<Row> rows, String said) {

    record Choice(String id, String title, String price, boolean ticked) {}

    /**
     * A coupon.
     *
     * @param words what it takes off, and from which price on
     * @param code what is typed, in words; or that it is open to all
     * @param offers for what it is good, in words
     * @param used how many are used, in words
     * @param tone of its state
     * @param stoppable whether it can be ended early
     */
    record Row(
            String id,
            String words,
            String code,
            String offers,
            String when,
            String used,
            String state,
            String tone,
            boolean stoppable) {}
}
