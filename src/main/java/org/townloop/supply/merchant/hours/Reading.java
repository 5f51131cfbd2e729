package org.townloop.supply.merchant.hours;

import org.jspecify.annotations.Nullable;

/** What became of a text that was to be hours. */
public sealed interface Reading {

    /** It is. */
    record Read(Notation notation) implements Reading {}

    /**
     * It is not, or says something that nobody here can answer.
     *
     * @param position of the part within the text, 1 being its first character
     * @param part as it was written
     * @param fix the same hours as they are written, or null if it can only be guessed what was meant
     */
    record Fault(
            Kind kind, int position, String part, @Nullable String fix) implements Reading {}

    /** What is wrong with a part. */
    enum Kind {
        UNREADABLE,
        /** A comment has no end. */
        QUOTE_OPEN,
        /** An hour after 48 or a minute after 59. */
        NO_SUCH_TIME,
        /** The 30th of February. */
        NO_SUCH_DAY,
        /** Sunrise, sunset: they need a sky. */
        SUN,
        /** School holidays, of which no calendar is kept. */
        SCHOOL,
        /** A moment, not a stretch. */
        NO_END,
        /** Part of the notation, but not evaluated here. */
        NOT_COUNTED,
        /** Longer than {@link Notation#LONGEST} characters. */
        TOO_LONG
    }
}
