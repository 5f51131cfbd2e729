package org.townloop.supply.booking.ical;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.regex.Pattern;

/**
 * A time of a calendar: what the clock on the wall shows, and where that wall is.
 *
 * @param isDay whether it is a whole day
 */
record ForeignTime(LocalDateTime wall, ZoneId zone, boolean isDay) {

    private static final Pattern DAY = Pattern.compile("\\d{8}");
    private static final Pattern TIME = Pattern.compile("\\d{8}T\\d{6}Z?");
    private static final DateTimeFormatter DAYS =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter TIMES =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss").withResolverStyle(ResolverStyle.STRICT);

    static ForeignTime of(ContentLine line, ForeignZones zones) throws NoCalendar {
        return of(line, line.value(), zones);
    }

    /** @param text one of the times that stand on the line */
    static ForeignTime of(ContentLine line, String text, ForeignZones zones) throws NoCalendar {
        var time = text.strip();
        try {
            if (DAY.matcher(time).matches()) {
                return new ForeignTime(LocalDate.parse(time, DAYS).atStartOfDay(), zones.usual(), true);
            }
            if (TIME.matcher(time).matches()) {
                var utc = time.endsWith("Z");
                // a leap second is the last one of its minute: clocks here have none
                var plain = time.substring(0, 15).replaceFirst("60$", "59");
                return new ForeignTime(LocalDateTime.parse(plain, TIMES), utc ? ZoneOffset.UTC : zones.of(line), false);
            }
        } catch (DateTimeException e) {
            throw NoCalendar.at(CalendarReason.CALENDAR_TIME_UNREADABLE, line.number(), line.name() + ":" + time);
        }
        throw NoCalendar.at(CalendarReason.CALENDAR_TIME_UNREADABLE, line.number(), line.name() + ":" + time);
    }

    /** The same wall at another time. */
    ForeignTime at(LocalDateTime other) {
        return new ForeignTime(other, zone, isDay);
    }

    /**
     * The moment. A time that a clock leaves out counts by the offset before it, of one that it shows twice the first is
     * meant (RFC 5545, section 3.3.5): so does {@link LocalDateTime#atZone}. A day begins when its clocks do.
     */
    Instant instant() {
        return isDay
                ? wall.toLocalDate().atStartOfDay(zone).toInstant()
                : wall.atZone(zone).toInstant();
    }
}
