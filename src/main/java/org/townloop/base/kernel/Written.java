package org.townloop.base.kernel;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A text as somebody typed it, without what nobody meant to type. */
public final class Written {

    /**
     * Control characters, and those that are not seen but turn (Unicode UAX 9), split or hide what stands beside them.
     * What joins letters is none of them: words and pictures of some scripts are made with it.
     */
    private static final String HIDDEN = "\\p{Cc}\\x{AD}\\x{61C}\\x{180E}\\x{200B}\\x{200E}\\x{200F}"
            + "\\x{2028}-\\x{202E}\\x{2060}-\\x{2064}\\x{2066}-\\x{206F}\\x{FEFF}\\x{FFF9}-\\x{FFFB}";

    private static final Pattern IN_A_NAME = Pattern.compile("[" + HIDDEN + "\\p{Cs}]");
    private static final Pattern UNSEEN = Pattern.compile("[" + HIDDEN + "&&[^\\n\\t]]");

    /** Of a telephone number: those of services and of small towns are that short. */
    public static final int FEWEST_DIGITS = 5;

    private Written() {}

    /** Trimmed and without what is not seen; null if nothing is left. Lines and tabs stay, and what joins letters. */
    public static @Nullable String plain(@Nullable String typed) {
        if (typed == null) {
            return null;
        }
        var plain = UNSEEN.matcher(typed.replace("\r\n", "\n")).replaceAll("").strip();
        return plain.isEmpty() ? null : plain;
    }

    /**
     * Whether something or somebody can be called that: 1 to so many characters without blanks around, one of them at
     * least seen, and none that hides or turns what stands beside it.
     */
    public static boolean isName(String typed, int mostCharacters) {
        var bare = typed.strip();
        return bare.codePoints().anyMatch(Written::isSeen)
                && !isLonger(bare, mostCharacters)
                && !IN_A_NAME.matcher(bare).find();
    }

    private static boolean isSeen(int character) {
        return !Character.isWhitespace(character)
                && !Character.isSpaceChar(character)
                && Character.getType(character) != Character.FORMAT;
    }

    /** Whether somebody could be called there: it has {@value #FEWEST_DIGITS} digits or more, whatever is written around them. */
    public static boolean isTelephone(String typed) {
        return typed.codePoints().filter(Character::isDigit).count() >= FEWEST_DIGITS;
    }

    /** Whether it has more characters, as people count them, not UTF-16 units. */
    public static boolean isLonger(String text, int characters) {
        return text.codePointCount(0, text.length()) > characters;
    }
}
