package org.townloop.surface.portal;

import org.townloop.supply.merchant.Place;
import org.townloop.surface.page.Form;
import org.townloop.surface.page.Page;

/** The form of a claim on a listing. */
record TakeOverView(Page page, Form form, Place place, String trade) {

    String name() {
        return page.say(place.name());
    }

    String evidence() {
        return form.value("evidence", "LICENCE");
    }
}
