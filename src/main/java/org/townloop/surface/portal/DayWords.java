package org.townloop.surface.portal;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The words for a day, in English and Chinese. */
final class DayWords {

    /** One day or several in a row. */
    record Days(LocalDate first, LocalDate last) {

        static Days one(LocalDate day) {
            return new Days(day, day);
        }
    }

    private record Rule(Pattern pattern, BiFunction<MatchResult, LocalDate, Days> days) {

        static Rule of(String pattern, BiFunction<MatchResult, LocalDate, Days> days) {
            return new Rule(Pattern.compile(pattern), days);
        }
    }

    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final List<String> WEEKDAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
    private static final String MONTH = "(" + String.join("|", MONTHS) + ")[a-z]*\\.?";
    private static final String CHINESE_WEEKDAY = "(?:周|星期|礼拜)([一二三四五六日天])";

    /** The longer and the more particular first: 下周六 before 周六. */
    private static final List<Rule> RULES = List.of(
            Rule.of(
                    "(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})[日号]?t?",
                    (m, today) -> date(number(m, 1), number(m, 2), number(m, 3))),
            Rule.of("(\\d{1,2})月(\\d{1,2})[日号]?", (m, today) -> coming(today, number(m, 1), number(m, 2))),
            Rule.of(
                    "(\\d{1,2})(?:st|nd|rd|th)? (?:of )?" + MONTH,
                    (m, today) -> coming(today, month(m.group(2)), number(m, 1))),
            Rule.of(
                    MONTH + " (\\d{1,2})(?:st|nd|rd|th)?\\b",
                    (m, today) -> coming(today, month(m.group(1)), number(m, 2))),
            Rule.of("(\\d{1,2})[号日]", (m, today) -> comingDay(today, number(m, 1))),
            Rule.of("day after tomorrow|(?<!大)后天", (m, today) -> Days.one(today.plusDays(2))),
            Rule.of("大后天", (m, today) -> Days.one(today.plusDays(3))),
            Rule.of("\\btomorrow\\b|明天|明日|明(?=[早晚])", (m, today) -> Days.one(today.plusDays(1))),
            Rule.of("\\btoday\\b|\\b(?=tonight\\b)|今天|今日|今(?=[早晚])", (m, today) -> Days.one(today)),
            Rule.of(
                    "next weekend|下(?:个)?周末",
                    (m, today) -> weekend(monday(today).plusDays(7))),
            Rule.of("weekend|(?:这|本)?(?:个)?周末", (m, today) -> weekend(monday(today))),
            Rule.of(
                    "next " + "(" + String.join("|", WEEKDAYS) + ")[a-z]*",
                    (m, today) -> Days.one(monday(today).plusDays(7 + weekday(m.group(1))))),
            Rule.of(
                    "下(?:个)?" + CHINESE_WEEKDAY,
                    (m, today) -> Days.one(monday(today).plusDays(7 + chineseWeekday(m.group(1))))),
            Rule.of(
                    "\\b(" + String.join("|", WEEKDAYS) + ")[a-z]*",
                    (m, today) -> upcoming(today, weekday(m.group(1)))),
            Rule.of("(?:这|本)?(?:个)?" + CHINESE_WEEKDAY, (m, today) -> upcoming(today, chineseWeekday(m.group(1)))));

    private DayWords() {}

    static Optional<Days> find(Said said, LocalDate today) {
        for (var rule : RULES) {
            var found = said.take(rule.pattern);
            if (found.isPresent()) {
                try {
                    return Optional.of(rule.days.apply(found.get(), today));
                } catch (DateTimeException noSuchDay) {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    private static Days date(int year, int month, int day) {
        return Days.one(LocalDate.of(year, month, day));
    }

    /** The next such date from today on. */
    private static Days coming(LocalDate today, int month, int day) {
        var thisYear = LocalDate.of(today.getYear(), month, day);
        return Days.one(thisYear.isBefore(today) ? thisYear.plusYears(1) : thisYear);
    }

    private static Days comingDay(LocalDate today, int day) {
        var thisMonth = today.withDayOfMonth(day);
        return Days.one(thisMonth.isBefore(today) ? thisMonth.plusMonths(1) : thisMonth);
    }

    private static Days upcoming(LocalDate today, int weekday) {
        return Days.one(today.with(TemporalAdjusters.nextOrSame(DayOfWeek.of(weekday + 1))));
    }

    private static Days weekend(LocalDate monday) {
        return new Days(monday.plusDays(5), monday.plusDays(6));
    }

    private static LocalDate monday(LocalDate today) {
        return today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private static int month(String word) {
        return MONTHS.indexOf(word) + 1;
    }

    private static int weekday(String word) {
        return WEEKDAYS.indexOf(word);
    }

    private static int chineseWeekday(String character) {
        return character.equals("天") ? 6 : "一二三四五六日".indexOf(character);
    }

    private static int number(MatchResult match, int group) {
        return Integer.parseInt(match.group(group));
    }
}
