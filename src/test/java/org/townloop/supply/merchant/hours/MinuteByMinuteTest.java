package org.townloop.supply.merchant.hours;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.townloop.base.region.HolidayCalendar;

/** Random rules, against an oracle that goes through them minute by minute and knows nothing of stretches. */
class MinuteByMinuteTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 30);
    private static final int DAYS = 14;
    private static final int MARGIN = 3;
    private static final List<String> NAMES = List.of("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su");

    /** A rule as it is thrown: on which weekdays, from when to when, and what it says then. */
    private record Thrown(String joint, List<DayOfWeek> days, List<int[]> times, String says) {

        String text() {
            var names = days.stream().map(day -> NAMES.get(day.getValue() - 1)).collect(Collectors.joining(","));
            var spans = times.stream()
                    .map(time ->
                            "%02d:%02d-%02d:%02d".formatted(time[0] / 60, time[0] % 60, time[1] / 60, time[1] % 60))
                    .collect(Collectors.joining(","));
            return (names + " " + spans + " " + says).strip();
        }
    }

    @Test
    void whatRulesSayIsWhatTheMinutesSay() {
        var random = new Random(26);
        for (int i = 0; i < 1_500; i++) {
            var rules = new ArrayList<Thrown>();
            for (int rule = 0; rule <= random.nextInt(5); rule++) {
                rules.add(thrown(random, rule == 0));
            }
            var text = text(rules);
            var days = NotationTest.read(text).days(MONDAY, MONDAY.plusDays(DAYS - 1), HolidayCalendar.NONE);
            var cells = cells(rules);
            for (int day = 0; day < DAYS; day++) {
                assertThat(minutes(days.get(day).open()))
                        .as("%s on day %d", text, day)
                        .isEqualTo(of(cells[day + MARGIN]));
            }
        }
    }

    private static Thrown thrown(Random random, boolean first) {
        var days = new ArrayList<DayOfWeek>();
        for (var day : DayOfWeek.values()) {
            if (random.nextInt(3) == 0) {
                days.add(day);
            }
        }
        var says = List.of("", "", "", "off", "unknown").get(first ? 0 : random.nextInt(5));
        var times = new ArrayList<int[]>();
        for (int i = random.nextInt(says.equals("off") ? 2 : 3); i >= (says.equals("off") ? 1 : 0); i--) {
            var from = 30 * random.nextInt(48);
            times.add(new int[] {from, Math.min(2_880, from + 30 + 30 * random.nextInt(50))});
        }
        return new Thrown(first ? "" : List.of("; ", ", ", " || ").get(random.nextInt(3)), days, times, says);
    }

    /** Without days or times a comma would belong to the rule before: then it is a semicolon. */
    private static String text(List<Thrown> rules) {
        var text = new StringBuilder();
        for (var rule : rules) {
            text.append(joint(rule)).append(rule.text());
        }
        return text.toString();
    }

    private static String joint(Thrown rule) {
        return rule.joint.equals(", ") && rule.days.isEmpty() ? "; " : rule.joint;
    }

    /** For each day the minutes of it and of the night after: 'o' open, '?' unknown, ' ' nothing. */
    private static char[][] cells(List<Thrown> rules) {
        var cells = new char[DAYS + 2 * MARGIN][2_880];
        for (var rule : rules) {
            for (int day = 0; day < cells.length; day++) {
                var weekday = MONDAY.plusDays(day - MARGIN).getDayOfWeek();
                if (rule.days.isEmpty() || rule.days.contains(weekday)) {
                    lay(cells, day, rule);
                }
            }
        }
        return cells;
    }

    private static void lay(char[][] cells, int day, Thrown rule) {
        var fallback = rule.joint.equals(" || ");
        var closed = rule.says.equals("off");
        if (fallback && closed) {
            return;
        }
        if ((joint(rule).equals("; ") || rule.joint.isEmpty()) && !closed || closed && rule.times.isEmpty()) {
            cells[day] = new char[2_880];
        }
        var times = rule.times.isEmpty() ? List.of(new int[] {0, closed ? 0 : 1_440}) : rule.times;
        for (var time : times) {
            for (int minute = time[0]; minute < time[1]; minute++) {
                if (fallback && isSaid(cells, day, minute)) {
                    continue;
                }
                clear(cells, day, minute, closed ? "o?" : rule.says.isEmpty() ? "?" : "o");
                if (!closed) {
                    cells[day][minute] = rule.says.isEmpty() ? 'o' : '?';
                }
            }
        }
    }

    private static boolean isSaid(char[][] cells, int day, int minute) {
        for (int other = day - 1; other <= day + 1; other++) {
            var at = minute + (day - other) * 1_440;
            if (other >= 0 && other < cells.length && at >= 0 && at < 2_880 && cells[other][at] != 0) {
                return true;
            }
        }
        return false;
    }

    private static void clear(char[][] cells, int day, int minute, String what) {
        for (int other = day - 1; other <= day + 1; other++) {
            var at = minute + (day - other) * 1_440;
            if (other >= 0 && other < cells.length && at >= 0 && at < 2_880 && what.indexOf(cells[other][at]) >= 0) {
                cells[other][at] = 0;
            }
        }
    }

    private static String of(char[] cells) {
        var open = new StringBuilder();
        for (int minute = 0; minute < cells.length; minute += 30) {
            open.append(cells[minute] == 'o' ? 'o' : '.');
        }
        return open.toString();
    }

    private static String minutes(List<WallSpan> spans) {
        var open = new StringBuilder(".".repeat(96));
        spans.forEach(span -> {
            for (int half = span.opens() / 30; half < span.closes() / 30; half++) {
                open.setCharAt(half, 'o');
            }
        });
        return open.toString();
    }
}
