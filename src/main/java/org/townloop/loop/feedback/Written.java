package org.townloop.loop.feedback;

import org.jspecify.annotations.Nullable;

/** A text as somebody typed it, without what nobody meant to type. */
final class Written {

    private Written() {}

    /** Trimmed and without control characters; null if nothing is left. Lines and tabs stay. */
    static @Nullable String plain(@Nullable String typed) {
        if (typed == null) {
            return null;
        }
        var plain = typed.replace("\r\n", "\n")
                .replaceAll("[\\p{Cc}&&[^\\n\\t]]", "")
                .strip();
        return plain.isEmpty() ? null : plain;
    }

    /** Whether it has more characters, as people count them, not UTF-16 units. */
    static boolean isLonger(String text, int characters) {
        return text.codePointCount(0, text.length()) > characters;
    }
}
