package org.townloop.loop.screening;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Numbers as people type them and as JSON holds them: 3, 3.0 and 3e0 are one. */
final class Numbers {

    private static final int LONGEST = 30;

    /** Far more than any attribute needs, and few enough to write out. */
    private static final int MOST_DIGITS = 20;

    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?(E[+-]?\\d{1,9})?");

    private Numbers() {}

    /** @throws IllegalArgumentException if it is no number, or one of more than twenty digits */
    static BigDecimal read(String text) {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("too long");
        }
        var number = new BigDecimal(text);
        if (number.precision() > MOST_DIGITS || Math.abs((long) number.scale()) > MOST_DIGITS) {
            throw new IllegalArgumentException("too many digits");
        }
        return number;
    }

    static boolean isNumber(String text) {
        return text.length() <= LONGEST && NUMBER.matcher(text).matches();
    }

    /** The same text for equal numbers. */
    static String text(BigDecimal number) {
        if (Math.abs((long) number.scale()) > MOST_DIGITS) {
            return number.toString();
        }
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
