package org.townloop.base.kernel;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A text as somebody typed it, without what nobody meant to type. */
public final class Written {

    /** Control characters, and those that are not seen but turn, split or hide what stands beside them. */
    private static final Pattern UNSEEN =
            Pattern.compile("[\\p{Cc}\\x{200B}\\x{202A}-\\x{202E}\\x{2060}\\x{2066}-\\x{2069}\\x{FEFF}&&[^\\n\\t]]");

    private Written() {}

    /** Trimmed and without what is not seen; null if nothing is left. Lines and tabs stay, and what joins letters. */
    public static @Nullable String plain(@Nullable String typed) {
        if (typed == null) {
            return null;
        }
        var plain = UNSEEN.matcher(typed.replace("\r\n", "\n")).replaceAll("").strip();
        return plain.isEmpty() ? null : plain;
    }

    /** Whether it has more characters, as people count them, not UTF-16 units. */
    public static boolean isLonger(String text, int characters) {
        return text.codePointCount(0, text.length()) > characters;
    }
}
