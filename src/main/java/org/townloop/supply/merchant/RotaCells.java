package org.townloop.supply.merchant;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.townloop.supply.merchant.hours.WallSpan;

/** What stands in the cells of a rota: days and times as programs of tables write them. */
final class RotaCells {

    /** From when and until when, in minutes of a day. */
    sealed interface Times {

        record Span(int opens, int closes) implements Times {}

        record Unreadable(String text) implements Times {}
    }

    private static final Set<String> OFF = Set.of("off", "free", "-", "休", "休息", "调休", "请假");
    /** 2026-11-23, 2026/11/23, 2026.11.23, 2026年11月23日. */
    private static final Pattern DAY = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?");

    private static final Pattern TIME = Pattern.compile("(\\d{1,2})[:.时点h](\\d{2})?分?(:00)?");

    private RotaCells() {}

    static boolean isOff(String typed) {
        return OFF.contains(half(typed).toLowerCase(Locale.ROOT));
    }

    static @Nullable LocalDate day(String typed) {
        var day = DAY.matcher(half(typed));
        if (!day.matches()) {
            return null;
        }
        try {
            return LocalDate.of(
                    Integer.parseInt(day.group(1)), Integer.parseInt(day.group(2)), Integer.parseInt(day.group(3)));
        } catch (DateTimeException e) {
            return null; // the thirtieth of February
        }
    }

    static Times times(String from, String until) {
        var opens = minute(from);
        var closes = minute(until);
        if (opens < 0 || opens == WallSpan.MINUTES_OF_DAY) {
            return new Times.Unreadable(from);
        }
        return closes < 0 ? new Times.Unreadable(until) : new Times.Span(opens, closes);
    }

    /** Minutes from midnight, 1440 for 24:00; negative for what is no time. */
    private static int minute(String typed) {
        var time = TIME.matcher(half(typed));
        if (!time.matches()) {
            return -1;
        }
        var hour = Integer.parseInt(time.group(1));
        var minute = time.group(2) == null ? 0 : Integer.parseInt(time.group(2));
        var all = hour * 60 + minute;
        return minute > 59 || all > WallSpan.MINUTES_OF_DAY ? -1 : all;
    }

    /** Letters of full width as those of half. */
    private static String half(String typed) {
        return Normalizer.normalize(typed.strip(), Normalizer.Form.NFKC);
    }
}
