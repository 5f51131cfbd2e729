package org.townloop.surface.page;

import com.ibm.icu.text.RelativeDateTimeFormatter;
import com.ibm.icu.text.RelativeDateTimeFormatter.AbsoluteUnit;
import com.ibm.icu.text.RelativeDateTimeFormatter.Direction;
import com.ibm.icu.text.RelativeDateTimeFormatter.RelativeDateTimeUnit;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/** Days and times as people say them, on the clocks of one place. */
public record Times(Locale locale, ZoneId zone, Clock clock) {

    public Times in(ZoneId other) {
        return new Times(locale, other, clock);
    }

    public Instant now() {
        return clock.instant();
    }

    public LocalDate today() {
        return day(now());
    }

    public LocalDate day(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }

    /** 15:00. */
    public String time(Instant instant) {
        return pattern("HH:mm", "HH:mm", instant.atZone(zone));
    }

    /** Sat 28 Nov; another year's with the year. */
    public String date(LocalDate day) {
        return day.getYear() == today().getYear()
                ? pattern("EEE d MMM", "M月d日 EEE", day)
                : pattern("d MMM yyyy", "yyyy年M月d日", day);
    }

    public String date(Instant instant) {
        return date(day(instant));
    }

    /** Saturday, 28 November. */
    public String longDate(LocalDate day) {
        return pattern("EEEE, d MMMM", "M月d日 EEEE", day);
    }

    /** November 2026. */
    public String month(Instant instant) {
        return pattern("MMMM yyyy", "yyyy年M月", instant.atZone(zone));
    }

    /** Sat. */
    public String weekday(LocalDate day) {
        return pattern("EEE", "EEE", day);
    }

    /** 28, or 1 Dec where a month begins. */
    public String dayOfMonth(LocalDate day) {
        return day.getDayOfMonth() == 1 ? pattern("d MMM", "M月d日", day) : pattern("d", "d日", day);
    }

    /** Today, tomorrow, yesterday, or the date. */
    public String relative(LocalDate day) {
        var between = ChronoUnit.DAYS.between(today(), day);
        if (Math.abs(between) > 1) {
            return date(day);
        }
        var direction = between == 0 ? Direction.THIS : between == 1 ? Direction.NEXT : Direction.LAST;
        return relatively().format(direction, AbsoluteUnit.DAY);
    }

    /** Tomorrow 15:00, Sat 28 Nov 15:00. */
    public String moment(Instant instant) {
        return relative(day(instant)) + " " + time(instant);
    }

    /** 15:00 if it is today, else as {@link #moment}: within a sentence. */
    public String soon(Instant instant) {
        return day(instant).equals(today()) ? time(instant) : moment(instant);
    }

    /** Tomorrow 15:00, 28 Nov 15:00: where there is little room. */
    public String brief(Instant instant) {
        var day = day(instant);
        return Math.abs(ChronoUnit.DAYS.between(today(), day)) > 1
                ? pattern("d MMM HH:mm", "M月d日 HH:mm", instant.atZone(zone))
                : moment(instant);
    }

    /** Sat 28 Nov 12:00–18:00; whole days without hours. */
    public String span(Instant start, Instant end) {
        var last = day(end.minusSeconds(1));
        var first = day(start);
        var toMidnight = end.equals(last.plusDays(1).atStartOfDay(zone).toInstant());
        if (!first.equals(last)) {
            return relative(first) + " – " + relative(last);
        }
        var whole = toMidnight && (start.equals(first.atStartOfDay(zone).toInstant()) || first.equals(today()));
        return whole ? relative(first) : moment(start) + "–" + (toMidnight ? "24:00" : time(end));
    }

    /** 2026-11-28 15:00:07, to be checked with a pencil. */
    public String exact(Instant instant) {
        return pattern("yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm:ss", instant.atZone(zone));
    }

    /** 3 days ago; just now. */
    public String ago(Instant then) {
        var gone = Duration.between(then, now());
        if (gone.toMinutes() < 1) {
            return chinese() ? "刚刚" : "just now";
        }
        if (gone.toHours() < 1) {
            return ago(gone.toMinutes(), RelativeDateTimeUnit.MINUTE);
        }
        if (gone.toDays() < 1) {
            return ago(gone.toHours(), RelativeDateTimeUnit.HOUR);
        }
        var days = gone.toDays();
        return days < 31
                ? ago(days, RelativeDateTimeUnit.DAY)
                : days < 365 ? ago(days / 30, RelativeDateTimeUnit.MONTH) : ago(days / 365, RelativeDateTimeUnit.YEAR);
    }

    /** For a {@code datetime} attribute. */
    public String machine(Instant instant) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                ZonedDateTime.ofInstant(instant.truncatedTo(ChronoUnit.SECONDS), zone));
    }

    private String ago(long count, RelativeDateTimeUnit unit) {
        return relatively().formatNumeric(-count, unit);
    }

    private RelativeDateTimeFormatter relatively() {
        return RelativeDateTimeFormatter.getInstance(locale);
    }

    private String pattern(String english, String chinese, TemporalAccessor when) {
        var chosen = chinese() ? chinese : english;
        return DateTimeFormatter.ofPattern(chosen, locale).format(when);
    }

    private boolean chinese() {
        return locale.getLanguage().equals("zh");
    }
}
