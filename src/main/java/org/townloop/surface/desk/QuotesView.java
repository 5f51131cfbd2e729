package org.townloop.surface.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The requests for quotations that a place got.
 *
 * @param entries the newest first
 */
record QuotesView(Desk desk, List<Entry> entries) {

    /**
     * @param age how long ago it was asked
     * @param answerBy until when the place said it would answer; null once it has
     * @param late whether that is over
     */
    record Entry(
            String href,
            String title,
            String who,
            String age,
            @Nullable String answerBy,
            boolean late,
            @Nullable String total,
            String state,
            String tone) {}
}
