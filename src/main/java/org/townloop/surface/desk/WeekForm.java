package org.townloop.surface.desk;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.supply.merchant.DayHours;
import org.townloop.supply.merchant.MerchantReason;
import org.townloop.surface.page.Form;

/** A week of hours as fields: {@code d1a} and {@code d1b} are when the first span of Monday opens and closes. */
final class WeekForm {

    /** Of each day; more can be had by saving twice as many and so on. */
    static final int SPANS = 3;

    private static final LocalTime MIDNIGHT = LocalTime.MIDNIGHT;
    private static final Pattern END_OF_DAY = Pattern.compile("24:00(:00)?");

    private WeekForm() {}

    /** A day with its spans as they stand in the fields; an empty one is there to be filled. */
    record Day(DayOfWeek day, List<Span> spans) {

        String name(Locale locale) {
            return day.getDisplayName(TextStyle.FULL, locale);
        }

        boolean closed() {
            return spans.stream()
                    .allMatch(span -> span.opens().isEmpty() && span.closes().isEmpty());
        }
    }

    /** The names and values of the two fields of a span. */
    record Span(String opensName, String opens, String closesName, String closes) {}

    static List<Day> days(Form form, List<DayHours> week) {
        return Arrays.stream(DayOfWeek.values())
                .map(day -> new Day(
                        day,
                        spans(
                                form,
                                day,
                                week.stream().filter(span -> span.day() == day).toList())))
                .toList();
    }

    private static List<Span> spans(Form form, DayOfWeek day, List<DayHours> known) {
        var spans = new ArrayList<Span>();
        for (int i = 0; i < Math.max(SPANS, known.size()); i++) {
            var span = i < known.size() ? known.get(i) : null;
            var opens = name(day, i, 'a');
            var closes = name(day, i, 'b');
            spans.add(new Span(
                    opens,
                    form.value(opens, span == null ? "" : span.opens().toString()),
                    closes,
                    form.value(closes, span == null ? "" : span.closes().toString())));
        }
        return spans;
    }

    /** Refused if a time is unreadable or stands alone. */
    static Outcome<List<DayHours>> read(Map<String, List<String>> typed) {
        var week = new ArrayList<DayHours>();
        for (var day : DayOfWeek.values()) {
            for (int i = 0; isThere(typed, day, i); i++) {
                if (text(typed, name(day, i, 'a')).isEmpty()
                        && text(typed, name(day, i, 'b')).isEmpty()) {
                    continue;
                }
                var opens = time(typed, name(day, i, 'a'));
                var closes = closing(typed, name(day, i, 'b'));
                if (opens.isEmpty() || closes.isEmpty()) {
                    return Outcome.refused(
                            Refusal.of(MerchantReason.TIME_INVALID, "hours." + day.getValue(), Map.of("day", day)));
                }
                week.add(new DayHours(day, opens.get(), closes.get()));
            }
        }
        return Outcome.done(week);
    }

    private static boolean isThere(Map<String, List<String>> typed, DayOfWeek day, int span) {
        return typed.containsKey(name(day, span, 'a')) || typed.containsKey(name(day, span, 'b'));
    }

    /** The same, and 24:00, which is midnight at the end of the day. */
    static Optional<LocalTime> closing(Map<String, List<String>> typed, String name) {
        return END_OF_DAY.matcher(text(typed, name)).matches() ? Optional.of(MIDNIGHT) : time(typed, name);
    }

    /** In whole minutes; anything else is unreadable and not rounded. */
    static Optional<LocalTime> time(Map<String, List<String>> typed, String name) {
        var text = text(typed, name);
        try {
            var time = LocalTime.parse(text.matches("[0-9]:.*") ? "0" + text : text);
            return time.equals(time.truncatedTo(ChronoUnit.MINUTES)) ? Optional.of(time) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static String text(Map<String, List<String>> typed, String name) {
        return typed.getOrDefault(name, List.of("")).getFirst().strip();
    }

    private static String name(DayOfWeek day, int span, char end) {
        return "d" + day.getValue() + (span == 0 ? "" : "s" + span) + end;
    }
}
