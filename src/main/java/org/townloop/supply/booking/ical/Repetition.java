package org.townloop.supply.booking.ical;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import net.fortuna.ical4j.model.Recur;

/**
 * When an event repeats (RFC 5545, section 3.3.10). The library expands the rule by the clock on the wall; what it costs
 * to do so is worked out first, because a rule of one line can have a billion occurrences.
 */
final class Repetition {

    /** Candidates that the rules of one calendar may have it look at. */
    static final long MOST_STEPS = 500_000;

    /** How often the shortest of its kind comes, and how many days of it a rule can name. */
    private enum Frequency {
        DAILY(1, 1),
        WEEKLY(7, 7),
        MONTHLY(28, 31),
        YEARLY(365, 366);

        private final int daysBetween;
        private final int daysWithin;

        Frequency(int daysBetween, int daysWithin) {
            this.daysBetween = daysBetween;
            this.daysWithin = daysWithin;
        }
    }

    private static final Set<String> FINE = Set.of("HOURLY", "MINUTELY", "SECONDLY");

    private final ContentLine line;
    private final Map<String, String> parts = new HashMap<>();
    private final Frequency frequency;

    Repetition(ContentLine line) throws NoCalendar {
        this.line = line;
        for (var part : line.word().split(";")) {
            var equals = part.indexOf('=');
            if (equals <= 0) {
                throw unreadable();
            }
            parts.put(part.substring(0, equals), part.substring(equals + 1));
        }
        if (FINE.contains(part("FREQ"))) {
            throw NoCalendar.at(CalendarReason.CALENDAR_REPEATS_TOO_OFTEN, line.number(), line.value());
        }
        this.frequency = Stream.of(Frequency.values())
                .filter(each -> each.name().equals(part("FREQ")))
                .findFirst()
                .orElseThrow(this::unreadable);
        if (!part("INTERVAL", "1").matches("[1-9]\\d{0,5}")) {
            throw unreadable();
        }
    }

    /** How many candidates lie between the event's first time, or the window, and the end of the window. */
    long steps(LocalDateTime first, LocalDateTime from, LocalDateTime to) {
        var begin = parts.containsKey("COUNT") || first.isAfter(from)
                ? first
                : from; // what is counted is counted from the first
        var days = Math.max(0, ChronoUnit.DAYS.between(begin, to)) + 1;
        var every = (long) frequency.daysBetween * Integer.parseInt(part("INTERVAL", "1"));
        var within = parts.keySet().stream().anyMatch(name -> name.matches("BY(DAY|MONTHDAY|YEARDAY|WEEKNO)"))
                ? frequency.daysWithin
                : 1;
        return (days / every + 1) * within * count("BYHOUR") * count("BYMINUTE") * count("BYSECOND");
    }

    /**
     * The times from the one moment on and before the other, on the clock of the event's wall, in order.
     *
     * @param most of them
     */
    List<LocalDateTime> between(ForeignTime first, LocalDateTime from, LocalDateTime to, int most) throws NoCalendar {
        var end = until(first, to);
        if (!end.isAfter(from)) {
            return List.of();
        }
        try {
            return new Recur<LocalDateTime>(rule())
                    .getDates(first.wall(), from, end, most).stream()
                            .filter(time -> time.isBefore(end) && !time.isBefore(first.wall()))
                            .toList();
        } catch (RuntimeException e) {
            throw unreadable(); // whatever the library makes of it
        }
    }

    /** The rule without its end, which is a moment where its times are those of a wall. */
    private String rule() {
        var rule = new StringBuilder("FREQ=" + part("FREQ"));
        parts.forEach((name, value) -> {
            if (!name.equals("FREQ") && !name.equals("UNTIL")) {
                rule.append(';').append(name).append('=').append(value);
            }
        });
        return rule.toString();
    }

    /** The moment before which the last one lies; {@code UNTIL} itself counts still. */
    private LocalDateTime until(ForeignTime first, LocalDateTime to) throws NoCalendar {
        if (!parts.containsKey("UNTIL")) {
            return to;
        }
        var until = ForeignTime.of(line, part("UNTIL"), new ForeignZones(first.zone()));
        var last = until.isDay()
                ? until.wall().plusDays(1)
                : LocalDateTime.ofInstant(until.instant(), first.zone()).plusSeconds(1);
        return last.isBefore(to) ? last : to;
    }

    private long count(String name) {
        return parts.containsKey(name) ? part(name).split(",").length : 1;
    }

    private String part(String name) {
        return part(name, "");
    }

    private String part(String name, String otherwise) {
        return parts.getOrDefault(name, otherwise).strip().toUpperCase(Locale.ROOT);
    }

    private NoCalendar unreadable() {
        return NoCalendar.at(CalendarReason.CALENDAR_RULE_UNREADABLE, line.number(), line.value());
    }
}
