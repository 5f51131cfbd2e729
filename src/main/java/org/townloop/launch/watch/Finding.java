package org.townloop.launch.watch;

/**
 * What the doctor found at one thing.
 *
 * @param mend what to do about it; empty if nothing is to be done
 */
public record Finding(Level level, String what, String mend) {

    /** How bad it is. */
    public enum Level {
        /** Nothing is to be done. */
        SOUND,
        /** The town works, and somebody should look at it. */
        CARE,
        /** The town does not work as it should, or will soon not. */
        FAULT
    }

    public static Finding sound(String what) {
        return new Finding(Level.SOUND, what, "");
    }

    public static Finding care(String what, String mend) {
        return new Finding(Level.CARE, what, mend);
    }

    public static Finding fault(String what, String mend) {
        return new Finding(Level.FAULT, what, mend);
    }

    /** One line, or two with the mend. */
    public String text() {
        var mark = switch (level) {
            case SOUND -> "  ok    ";
            case CARE -> "  care  ";
            case FAULT -> "  FAULT ";
        };
        return mark + what + (mend.isEmpty() ? "" : System.lineSeparator() + "          -> " + mend);
    }
}
