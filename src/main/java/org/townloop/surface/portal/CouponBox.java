package org.townloop.surface.portal;

import java.util.List;
import org.townloop.surface.page.Page;

/**
 * The coupons on what is held, and where another is typed.
 *
 * @param key what makes a form that is sent twice one
 * @param href of what is held
 * @param on what has one
 * @param choices those that are open to all
 * @param typed what was typed and not taken; empty for nothing
 */
record CouponBox(Page page, String key, String href, List<On> on, List<Choice> choices, String typed) {

    /** A coupon on an order. */
    record On(String order, String name, String words, String off) {}

    /** @param offMinor what is shown that it takes off: it takes that, or nothing */
    record Choice(String id, String words, String off, long offMinor) {}
}
