package org.townloop.supply.booking.ical;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/**
 * How long an event is: days by the calendar, so that a day on which clocks are changed is a whole one, and time.
 *
 * @param time may be negative; then the event is over before it begins, and nobody is busy
 */
record Length(int days, Duration time) {

    private static final Pattern WRITTEN = Pattern.compile(
            "([+-]?)P(?:(\\d{1,4})W|(?:(\\d{1,5})D)?(?:T(?:(\\d{1,6})H)?(?:(\\d{1,7})M)?(?:(\\d{1,8})S)?)?)");
    private static final int WEEK = 7;

    /** As {@code DURATION} writes it: {@code PT1H30M}, {@code P2D}. */
    static Length of(ContentLine line, String text) throws NoCalendar {
        var written = WRITTEN.matcher(text.strip());
        if (!written.matches() || text.strip().length() < 3) {
            throw NoCalendar.at(CalendarReason.CALENDAR_TIME_UNREADABLE, line.number(), line.name() + ":" + text);
        }
        if (written.group(1).equals("-")) {
            return new Length(0, Duration.ZERO);
        }
        return new Length(
                number(written.group(2)) * WEEK + number(written.group(3)),
                Duration.ofHours(number(written.group(4)))
                        .plusMinutes(number(written.group(5)))
                        .plusSeconds(number(written.group(6))));
    }

    static Length between(ForeignTime start, ForeignTime end) {
        return start.isDay()
                ? new Length(
                        (int) Math.clamp(ChronoUnit.DAYS.between(start.wall(), end.wall()), 0, 99_999), Duration.ZERO)
                : new Length(0, Duration.between(start.instant(), end.instant()));
    }

    Instant after(ForeignTime start) {
        return start.at(start.wall().plusDays(days)).instant().plus(time);
    }

    private static int number(String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
