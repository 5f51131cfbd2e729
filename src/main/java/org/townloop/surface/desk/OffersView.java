package org.townloop.surface.desk;

import java.util.List;
import org.townloop.surface.page.Form;

/** What a place sells. */
record OffersView(Desk desk, Form form, List<Row> rows) {

    /** @param extent how long it takes, or how many there are a day */
    record Row(
            String id,
            String title,
            String price,
            String extent,
            boolean active,
            boolean sessions,
            boolean online,
            int pictures) {}
}
