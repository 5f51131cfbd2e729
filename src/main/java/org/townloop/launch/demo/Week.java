package org.townloop.launch.demo;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import org.townloop.supply.merchant.hours.PlainWeek;
import org.townloop.supply.merchant.hours.WallSpan;

/** The hours of a usual week. */
record Week(List<Span> spans) {

    /** Minutes of the day on one weekday, the end not included. */
    record Span(DayOfWeek day, int opens, int closes) {

        boolean holds(int from, int to) {
            return opens <= from && to <= closes;
        }

        String opensAt() {
            return time(opens);
        }

        String closesAt() {
            return time(closes);
        }
    }

    /** Reads {@code "1-5 9:00-12:30 13:30-20:00; 6-7 9:00-21:00"}; 1 is Monday. */
    static Week of(String text) {
        var spans = new ArrayList<Span>();
        for (var part : text.split("; ")) {
            var words = part.split(" ");
            var days = words[0].split("-");
            for (int day = Integer.parseInt(days[0]); day <= Integer.parseInt(days[days.length - 1]); day++) {
                for (int i = 1; i < words.length; i++) {
                    var times = words[i].split("-");
                    spans.add(new Span(DayOfWeek.of(day), minutes(times[0]), minutes(times[1])));
                }
            }
        }
        return new Week(List.copyOf(spans));
    }

    List<Span> on(DayOfWeek day) {
        return spans.stream().filter(span -> span.day() == day).toList();
    }

    List<DayOfWeek> days() {
        return spans.stream().map(Span::day).distinct().toList();
    }

    Week without(DayOfWeek day) {
        return new Week(spans.stream().filter(span -> span.day() != day).toList());
    }

    /** As the hours of a place are kept. */
    String notation() {
        var days = new EnumMap<DayOfWeek, List<WallSpan>>(DayOfWeek.class);
        spans.forEach(span -> days.computeIfAbsent(span.day(), day -> new ArrayList<>())
                .add(new WallSpan(span.opens(), span.closes())));
        return new PlainWeek(days, false).text();
    }

    private static String time(int minutes) {
        return "%02d:%02d".formatted(minutes / 60, minutes % 60);
    }

    private static int minutes(String time) {
        var parts = time.split(":");
        return Integer.parseInt(parts[0]) * 60 + Integer.parseInt(parts[1]);
    }
}
