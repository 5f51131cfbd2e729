package org.townloop.surface.desk;

import java.util.List;
import java.util.UUID;
import org.townloop.surface.page.DisputeSheet;
import org.townloop.surface.page.Form;

/**
 * One dispute, as the place sees it.
 *
 * @param order what it is about, and when that was
 * @param most what can go back at most
 * @param photos that were sent with the form
 */
record DisputeView(
        Desk desk,
        Form form,
        String href,
        String title,
        String order,
        DisputeSheet sheet,
        String most,
        boolean answers,
        boolean writes,
        boolean appeals,
        List<String> photos) {

    /** A form that is sent twice does it once. */
    String key() {
        return UUID.randomUUID().toString();
    }
}
