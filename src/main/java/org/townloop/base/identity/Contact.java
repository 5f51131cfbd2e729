package org.townloop.base.identity;

/**
 * A way to reach a person, and to know that it is them.
 *
 * @param value an international telephone number (E.164: {@code +8613800138000}) or an e-mail address in lower case
 */
public record Contact(Kind kind, String value) {

    private static final int SHOWN = 3;

    /** What kind of way. */
    public enum Kind {
        PHONE,
        MAIL
    }

    /** Enough to recognise one's own, not enough to learn somebody else's: {@code +86138•••••000}. */
    public String masked() {
        return switch (kind) {
            case PHONE -> masked(value, value.length() - SHOWN);
            case MAIL -> masked(value, value.indexOf('@'));
        };
    }

    private static String masked(String value, int end) {
        int begin = Math.min(SHOWN, Math.max(1, end - 1));
        return value.substring(0, begin) + "•".repeat(Math.max(1, end - begin)) + value.substring(end);
    }

    /** Masked: what stands in a log or an error must not lead to a person. */
    @Override
    public String toString() {
        return kind + " " + masked();
    }
}
