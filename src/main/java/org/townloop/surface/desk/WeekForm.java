package org.townloop.surface.desk;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
            for (int i = 0; typed.containsKey(name(day, i, 'a')) && i < 10; i++) {
                if (text(typed, name(day, i, 'a')).isEmpty()
                        && text(typed, name(day, i, 'b')).isEmpty()) {
                    continue;
                }
                var opens = time(typed, name(day, i, 'a'));
                var closes = time(typed, name(day, i, 'b'));
                if (opens.isEmpty() || closes.isEmpty()) {
                    return Outcome.refused(
                            Refusal.of(MerchantReason.TIME_INVALID, "hours." + day.getValue(), Map.of("day", day)));
                }
                week.add(new DayHours(day, opens.get(), closes.get()));
            }
        }
        return Outcome.done(week);
    }

    static Optional<LocalTime> time(Map<String, List<String>> typed, String name) {
        var text = text(typed, name);
        try {
            return text.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            text.startsWith("24")
                                    ? MIDNIGHT
                                    : LocalTime.parse(text).withSecond(0).withNano(0));
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
