package org.townloop.surface.portal;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The words for a time of the day, in English and Chinese. */
final class HourWords {

    /**
     * From when until when.
     *
     * @param to midnight is the end of the day; empty for one exact time
     */
    record Hours(LocalTime from, Optional<LocalTime> to) {

        static Hours between(LocalTime from, LocalTime to) {
            return new Hours(from, Optional.of(to));
        }

        boolean isOver(LocalTime now) {
            var end = to.orElse(from);
            return !end.equals(LocalTime.MIDNIGHT) && !end.isAfter(now);
        }
    }

    /** A part of the day and the hours that people mean by it. */
    private record Part(Pattern pattern, Hours hours, boolean afterNoon) {

        static Part of(String pattern, int from, int to, boolean afterNoon) {
            return new Part(
                    Pattern.compile(pattern),
                    Hours.between(LocalTime.of(from, 0), LocalTime.of(to % 24, 0)),
                    afterNoon);
        }
    }

    static final Hours ALL_DAY = Hours.between(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

    private static final List<Part> PARTS = List.of(
            Part.of("\\bmorning\\b|\\bbefore (?:noon|midday)\\b|早上|早晨|上午|(?<=[明今 ])早", 8, 12, false),
            Part.of("\\b(?:noon|midday|lunch(?:time)?)\\b|中午|午间", 11, 14, true),
            Part.of("\\bafternoon\\b|下午|午后", 12, 18, true),
            Part.of("\\b(?:evening|tonight|night|after work)\\b|傍晚|晚上|晚间|夜里|下班后|(?<=[明今 ])晚", 17, 23, true));

    private static final String CLOCK =
            "(\\d{1,2}|十[一二]?|[一二两三四五六七八九])(?:[:h](\\d{2})(?::\\d{2})?|[点时](半|一刻|三刻|\\d{1,2}分?)?整?)?\\s*([ap]\\.?m\\.?)?";
    private static final Pattern RANGE =
            Pattern.compile("(?:from |between )?" + CLOCK + "\\s*(?:-|to|and|until|到|至)\\s*" + CLOCK);
    private static final Pattern AFTER =
            Pattern.compile("(?:after|from|since)\\s+" + CLOCK + "|" + CLOCK + "\\s*(?:之后|以后|后|起)");
    private static final Pattern BEFORE =
            Pattern.compile("(?:before|until|by)\\s+" + CLOCK + "|" + CLOCK + "\\s*(?:之前|以前|前)");
    private static final Pattern EXACT = Pattern.compile(CLOCK);
    private static final Pattern NOW = Pattern.compile("\\bright now\\b|\\bnow\\b|\\basap\\b|现在|马上|尽快");

    private HourWords() {}

    static Optional<Hours> find(Said said, LocalTime now) {
        if (said.take(NOW).isPresent()) {
            return Optional.of(Hours.between(now, latest(now.plusHours(3), now)));
        }
        var part = PARTS.stream()
                .filter(each -> said.take(each.pattern).isPresent())
                .findFirst()
                .orElse(null);
        try {
            var clock = clock(said, part);
            return clock.isPresent() || part == null ? clock : Optional.of(part.hours);
        } catch (DateTimeException noSuchHour) {
            return Optional.empty();
        }
    }

    private static Optional<Hours> clock(Said said, @Nullable Part part) {
        return said.take(RANGE)
                .map(m -> range(m, part))
                .or(() -> said.take(AFTER).map(m -> Hours.between(either(m, part), endOf(part))))
                .or(() -> said.take(BEFORE).map(m -> Hours.between(startOf(part), either(m, part))))
                .or(() -> said.take(EXACT).map(m -> new Hours(time(m, 1, part), Optional.empty())));
    }

    /** "2-5pm": the sign after the second hour is for both. */
    private static Hours range(MatchResult match, @Nullable Part part) {
        var to = time(match, 5, part);
        var from = time(match, 1, part);
        if (match.group(4) == null && from.isAfter(to)) {
            from = from.minusHours(12);
        } else if (match.group(4) == null
                && to.getHour() >= 12
                && from.plusHours(12).isBefore(to)
                && from.getHour() < 8) {
            from = from.plusHours(12);
        }
        return Hours.between(from, to);
    }

    private static LocalTime either(MatchResult match, @Nullable Part part) {
        return match.group(1) != null ? time(match, 1, part) : time(match, 5, part);
    }

    /** The time in four groups from {@code group} on: hour, minutes, Chinese minutes, am or pm. */
    private static LocalTime time(MatchResult match, int group, @Nullable Part part) {
        var hour = number(match.group(group));
        var half = match.group(group + 3);
        var minute = match.group(group + 1) != null
                ? Integer.parseInt(match.group(group + 1))
                : minutes(match.group(group + 2));
        return LocalTime.of(afternoon(hour, half, part) ? hour + 12 : morning(hour, half) ? 0 : hour, minute);
    }

    /** Whether 3 is 15: if said so, if the part of the day says so, or because nobody is shaved at three at night. */
    private static boolean afternoon(int hour, @Nullable String half, @Nullable Part part) {
        if (hour >= 12) {
            return false;
        }
        return half != null ? half.startsWith("p") : part != null ? part.afterNoon && hour != 11 : hour < 7;
    }

    private static boolean morning(int hour, @Nullable String half) {
        return hour == 12 && half != null && half.startsWith("a") || hour == 24;
    }

    private static int minutes(@Nullable String words) {
        return switch (words) {
            case null -> 0;
            case "半" -> 30;
            case "一刻" -> 15;
            case "三刻" -> 45;
            default -> Integer.parseInt(words.replace("分", ""));
        };
    }

    private static int number(String digits) {
        if (Character.isDigit(digits.charAt(0))) {
            return Integer.parseInt(digits);
        }
        var ones = "零一二三四五六七八九".indexOf(digits.substring(digits.length() - 1).replace('两', '二'));
        return digits.startsWith("十") ? 10 + Math.max(0, ones) : ones;
    }

    private static LocalTime startOf(@Nullable Part part) {
        return part == null ? LocalTime.MIDNIGHT : part.hours.from();
    }

    private static LocalTime endOf(@Nullable Part part) {
        return part == null ? LocalTime.MIDNIGHT : part.hours.to().orElse(LocalTime.MIDNIGHT);
    }

    private static LocalTime latest(LocalTime end, LocalTime now) {
        return end.isBefore(now) ? LocalTime.MIDNIGHT : end;
    }
}
