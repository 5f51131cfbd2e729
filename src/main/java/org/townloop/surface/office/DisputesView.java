package org.townloop.surface.office;

import java.util.List;
import org.townloop.surface.page.Form;

/**
 * The disputes of a region.
 *
 * @param waiting those to be decided, the longest waiting first
 * @param others the newest first
 * @param days for how many days after a visit somebody may object there
 */
record DisputesView(Office office, Form form, List<Entry> waiting, List<Entry> others, int days) {

    /** One in a line. */
    record Entry(
            String href,
            String title,
            String parties,
            String about,
            String wanted,
            String age,
            String state,
            String tone) {}
}
