package org.townloop.surface.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What customers say of a place. */
record ReviewsView(Desk desk, List<Card> cards) {

    /**
     * A review, with its answer or a form for one.
     *
     * @param visit what it is about, its name in addresses
     * @param typed what was typed as an answer and could not be taken
     * @param wrong what is wrong with it
     */
    record Card(
            String visit,
            String who,
            String what,
            String when,
            int rating,
            String text,
            @Nullable String reply,
            String repliedWhen,
            String typed,
            @Nullable String wrong) {

        boolean waits() {
            return reply == null && !text.isEmpty();
        }
    }
}
