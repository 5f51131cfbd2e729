package org.townloop.base.kernel;

import java.util.Locale;

/**
 * Why something was refused. Each module lists its reasons in one enum; each has a sentence in both languages under
 * {@code refusal.<code>}, which names what is wrong and what to do.
 */
public interface Reason {

    /** What the caller can do about it. */
    enum Kind {
        /** The request is wrong: mend the named field. */
        INVALID,
        /** There is no such thing, or not for you. */
        ABSENT,
        /** You are known, and may not. */
        FORBIDDEN,
        /** The world is not as you thought: look again. */
        CONFLICT,
        /** Nothing is wrong: try again shortly. */
        BUSY,
        /** It was too much of it: try again at the moment of the fact {@code again}. */
        TOO_OFTEN
    }

    Kind kind();

    /** The name of the enum constant. */
    String name();

    /** The stable name outside: {@code SLOT_TAKEN} is {@code slot-taken}. */
    default String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
