package org.townloop.surface.portal;

import org.townloop.supply.merchant.Place;
import org.townloop.surface.page.Form;
import org.townloop.surface.page.Page;

/**
 * The form of a claim on a listing.
 *
 * @param fileLost whether a picture was sent with what was refused, and must be chosen again
 */
record TakeOverView(Page page, Form form, boolean fileLost, Place place, String trade) {

    String name() {
        return page.say(place.name());
    }

    String evidence() {
        return form.value("evidence", "LICENCE");
    }
}
