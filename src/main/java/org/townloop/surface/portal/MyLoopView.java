package org.townloop.surface.portal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.townloop.surface.page.Page;

/**
 * All that somebody has to do with the town.
 *
 * @param groups what is to be done first
 * @param waits what they wait for
 * @param pushKey what a browser subscribes for
 */
record MyLoopView(
        Page page, Ask ask, List<Told> told, int unread, List<Group> groups, List<Waited> waits, String pushKey) {

    /**
     * Orders that have the same thing to be done.
     *
     * @param more those that are farther off; shown when they are asked for
     */
    record Group(String name, List<Entry> entries, List<Entry> more) {

        /** @param most how many are shown at once */
        static Group of(String name, List<Entry> entries, int most) {
            var shown = Math.min(entries.size(), most);
            return new Group(name, entries.subList(0, shown), entries.subList(shown, entries.size()));
        }
    }

    /**
     * An order as a line, or all of a visit.
     *
     * @param next what to do with it now, null if nothing
     * @param pieces what a visit is of; none if it is one order
     */
    record Entry(
            String href,
            String title,
            String place,
            String when,
            String price,
            String state,
            String tone,
            List<Step> line,
            @Nullable String next,
            @Nullable Together together,
            List<Piece> pieces) {}

    /** An order of a visit. */
    record Piece(String time, String title, String href) {}

    /** What it was booked together with. */
    record Together(String words, String href) {}

    /**
     * Something that they wait for.
     *
     * @param order where it is paid, if something is held for them; else null
     */
    record Waited(
            String leave,
            String offer,
            String title,
            String when,
            @Nullable String order) {}

    /** A notice in words. */
    record Told(String words, String when, @Nullable String href, boolean fresh) {}
}
