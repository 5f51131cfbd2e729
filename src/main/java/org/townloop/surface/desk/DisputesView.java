package org.townloop.surface.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The disputes about orders of a place.
 *
 * @param entries the newest first
 */
record DisputesView(Desk desk, List<Entry> entries) {

    /** @param due until when the place is to answer; null if it need not */
    record Entry(
            String href,
            String title,
            String who,
            String about,
            String wanted,
            String age,
            @Nullable String due,
            String state,
            String tone) {}
}
