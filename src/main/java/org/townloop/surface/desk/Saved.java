package org.townloop.surface.desk;

import java.util.List;
import java.util.Map;
import org.townloop.surface.page.View;

/** Where a save leads: back to its page, or on to the next step while a place is being set up. */
final class Saved {

    /** Less than any number that is taken. */
    static final int UNREADABLE = -1;

    private Saved() {}

    static View next(Desk desk, String path, boolean start) {
        return View.seeOther(start ? desk.to("/desk/start/next") : desk.to(path) + "&saved=yes");
    }

    /** The version that the form was shown with; one that is none fits no row. */
    static int version(Map<String, List<String>> typed) {
        return number(typed, "version", UNREADABLE);
    }

    /**
     * A whole number, zero or more.
     *
     * @param otherwise if nothing was typed
     * @return {@link #UNREADABLE} if it is none: the rules of what is written refuse it, and say what they take
     */
    static int number(Map<String, List<String>> typed, String name, int otherwise) {
        var text = typed.getOrDefault(name, List.of("")).getFirst().strip();
        if (text.isEmpty()) {
            return otherwise;
        }
        return text.matches("\\p{Nd}{1,7}") ? Integer.parseInt(text) : UNREADABLE;
    }
}
