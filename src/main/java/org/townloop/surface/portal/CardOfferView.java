package org.townloop.surface.portal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.townloop.surface.page.Form;
import org.townloop.surface.page.Page;

/**
 * A gift voucher, a pass or a balance that is sold.
 *
 * @param kind its code
 * @param unsold why it cannot be bought now; null if it can
 * @param price of a pass, in minor units as a form sends it; null for all others
 * @param pays what a pass comes to, in words; null for all others
 * @param amounts to choose from
 * @param between what may be typed instead, in words; null if nothing may
 * @param givable whether it can be bought for somebody else
 * @param terms how long it is good, who keeps its money, until when it can be given back: a sentence each
 */
record CardOfferView(
        Page page,
        Form form,
        String key,
        String href,
        String kind,
        String title,
        String description,
        String place,
        String placeHref,
        @Nullable String unsold,
        @Nullable String price,
        @Nullable String pays,
        List<Amount> amounts,
        @Nullable String between,
        boolean givable,
        List<String> terms) {

    /** @param minor as the form sends it */
    record Amount(String minor, String words, boolean chosen) {}
}
