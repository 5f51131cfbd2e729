package org.townloop.surface.portal;

import java.util.List;
import org.townloop.surface.page.Page;

/** Listings by their name. */
record ListingsView(Page page, String asked, List<Found> found) {

    /** @param bookable whether there is a pack for its trade */
    record Found(String id, String name, String address, String trade, boolean bookable) {}
}
