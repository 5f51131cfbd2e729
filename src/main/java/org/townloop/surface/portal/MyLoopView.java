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

    /** Orders that have the same thing to be done. */
    record Group(String name, List<Entry> entries) {}

    /**
     * An order as a line.
     *
     * @param next what to do with it now, null if nothing
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
            @Nullable Together together) {}

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
