package org.townloop.loop.dispute;

/** What a resident asks for. */
public enum Wanted {
    /** All that they paid. */
    ALL,
    /** A part of it. */
    PART,
    /** That it is done again, or done at all. */
    REDO
}
