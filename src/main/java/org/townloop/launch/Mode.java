package org.townloop.launch;

import java.util.Locale;

/** What the program is started for. */
enum Mode {
    /** A made-up town that anybody may be anybody in. */
    DEMO,
    /** A real town. */
    SERVE,
    /** One answer at the terminal; nothing else runs meanwhile. */
    COMMAND;

    /** As the rest of the program reads it in {@code townloop.mode}. */
    String setting() {
        return name().toLowerCase(Locale.ROOT);
    }
}
