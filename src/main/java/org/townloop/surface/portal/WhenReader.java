package org.townloop.surface.portal;

import java.text.Normalizer;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.townloop.supply.merchant.TimeSpan;

/**
 * Understands when somebody wants something, in English or Chinese, as they would say it: "Sat afternoon", 周六下午,
 * "tomorrow at 3", 11月28日15点, 2026-11-28 15:00. The day is looked for first and then the hour; what is left over
 * must be filler, or the text is not understood.
 */
final class WhenReader {

    /** How long after an exact time still counts as that time. */
    private static final Duration AROUND = Duration.ofHours(2);

    private static final Pattern FILLER = Pattern.compile(
            "\\b(at|on|in|the|this|around|about|sometime|please|during|for|of|and|any ?time)\\b|[的在,，。.、到想要时候左右大约]");

    private WhenReader() {}

    /** @return the span asked for, never before now; empty if the text is not understood or wholly past */
    static Optional<TimeSpan> read(String text, ZonedDateTime now) {
        var said = new Said(normal(text));
        var day = DayWords.find(said, now.toLocalDate());
        var hours = HourWords.find(said, now.toLocalTime());
        if (!said.without(FILLER).isBlank() || (day.isEmpty() && hours.isEmpty())) {
            return Optional.empty();
        }
        return span(day, hours, now);
    }

    private static Optional<TimeSpan> span(
            Optional<DayWords.Days> day, Optional<HourWords.Hours> hours, ZonedDateTime now) {
        var wanted = hours.orElse(HourWords.ALL_DAY);
        var days = day.orElseGet(() -> wanted.isOver(now.toLocalTime())
                ? DayWords.Days.one(now.toLocalDate().plusDays(1))
                : DayWords.Days.one(now.toLocalDate()));
        var start = days.first().atTime(wanted.from()).atZone(now.getZone());
        var end = wanted.to()
                .map(to -> endOf(days.last(), to).atZone(now.getZone()))
                .orElse(start.plus(AROUND));
        var earliest = now.truncatedTo(ChronoUnit.MINUTES).plusMinutes(1);
        var from = start.isBefore(earliest) ? earliest : start;
        return end.isAfter(from) ? Optional.of(new TimeSpan(from.toInstant(), end.toInstant())) : Optional.empty();
    }

    /** Midnight as an end is the end of the day. */
    private static LocalDateTime endOf(LocalDate day, LocalTime to) {
        return to.equals(LocalTime.MIDNIGHT) ? day.plusDays(1).atStartOfDay() : day.atTime(to);
    }

    private static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replace('–', '-')
                .replace('—', '-')
                .replace('~', '-')
                .strip();
    }
}
