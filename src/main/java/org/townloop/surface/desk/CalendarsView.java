package org.townloop.surface.desk;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.townloop.surface.page.Form;

/**
 * The calendars of a place: those that telephones read of it, and those that it reads of others.
 *
 * @param collisions bookings at times at which a calendar elsewhere says that somebody is busy
 * @param said what was just done, or an empty text
 */
record CalendarsView(Desk desk, List<Row> rows, List<Clash> collisions, String said) {

    /**
     * The place, or somebody or something there.
     *
     * @param linkSaid since when there is an address; null if there is none
     * @param link the address, only right after it was made
     * @param mayRead whether a calendar of theirs can be read
     * @param form as it was typed, of the address that is read
     */
    record Row(
            UUID id,
            String name,
            @Nullable String linkSaid,
            @Nullable String link,
            boolean mayRead,
            @Nullable Reading reading,
            Form form) {

        boolean isOpen() {
            return link != null || form.refusal() != null;
        }
    }

    /**
     * A calendar that is read.
     *
     * @param state how well, in a sentence
     * @param tone good, wait or bad
     * @param fault why it is not read, and what to do; null if it is
     */
    record Reading(
            String host,
            String state,
            String tone,
            @Nullable String fault) {}

    /** @param href where it stands on its day */
    record Clash(String when, String who, String what, String href) {}
}
