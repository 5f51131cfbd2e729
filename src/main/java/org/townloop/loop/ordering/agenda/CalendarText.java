package org.townloop.loop.ordering.agenda;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes calendars (RFC 5545). Times are written in UTC: what was booked is a moment, and a moment needs no rules of a
 * time zone that each reader would know differently.
 */
final class CalendarText {

    /** Bytes of a line, its end left out (section 3.1). */
    private static final int LONGEST_LINE = 75;

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final StringBuilder text = new StringBuilder();

    private CalendarText() {}

    /** @param name of the calendar, as programs list it */
    static String of(String name, Collection<CalendarEvent> events) {
        var calendar = new CalendarText();
        calendar.line("BEGIN", "VCALENDAR");
        calendar.line("VERSION", "2.0");
        calendar.line("PRODID", "-//Townloop//Bookings//EN");
        calendar.line("CALSCALE", "GREGORIAN");
        calendar.line("NAME", escaped(name));
        calendar.line("X-WR-CALNAME", escaped(name));
        calendar.line("REFRESH-INTERVAL;VALUE=DURATION", "PT1H");
        calendar.line("X-PUBLISHED-TTL", "PT1H");
        events.forEach(calendar::event);
        if (events.isEmpty()) {
            calendar.something();
        }
        calendar.line("END", "VCALENDAR");
        return calendar.text.toString();
    }

    /** A calendar with nothing in it is none (section 3.6): an empty one says what time its times would be in. */
    private void something() {
        line("BEGIN", "VTIMEZONE");
        line("TZID", "Etc/UTC");
        line("BEGIN", "STANDARD");
        line("DTSTART", "19700101T000000");
        line("TZOFFSETFROM", "+0000");
        line("TZOFFSETTO", "+0000");
        line("END", "STANDARD");
        line("END", "VTIMEZONE");
    }

    private void event(CalendarEvent event) {
        line("BEGIN", "VEVENT");
        line("UID", event.uid());
        line("DTSTAMP", MOMENT.format(event.changed()));
        line("LAST-MODIFIED", MOMENT.format(event.changed()));
        line("SEQUENCE", Long.toString(event.sequence()));
        line("STATUS", event.standing().name());
        time(event);
        line("SUMMARY", escaped(event.summary()));
        optional("LOCATION", event.location());
        if (event.page() != null) {
            line("URL", event.page().toString());
        }
        optional("DESCRIPTION", description(event));
        line("END", "VEVENT");
    }

    /** The address too: many programs show no URL. */
    private static String description(CalendarEvent event) {
        return Stream.of(event.note(), event.page())
                .filter(Objects::nonNull)
                .map(Object::toString)
                .collect(Collectors.joining("\n"));
    }

    private void time(CalendarEvent event) {
        var day = event.day();
        if (day != null) {
            line("DTSTART;VALUE=DATE", DateTimeFormatter.BASIC_ISO_DATE.format(day));
            line("DTEND;VALUE=DATE", DateTimeFormatter.BASIC_ISO_DATE.format(day.plusDays(1)));
            line("TRANSP", "TRANSPARENT"); // on the day, at any time of it
            return;
        }
        line("DTSTART", moment(event.during().start()));
        line("DTEND", moment(event.during().end()));
        line("TRANSP", event.cancelled() ? "TRANSPARENT" : "OPAQUE");
    }

    private static String moment(Instant at) {
        return MOMENT.format(at);
    }

    private void optional(String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            line(name, escaped(value));
        }
    }

    /** Folded: no line is longer than it may be, and no character is cut in two. */
    private void line(String name, String value) {
        var line = name + ":" + value;
        var bytes = 0;
        for (int at = 0; at < line.length(); ) {
            var letter = line.codePointAt(at);
            var size = Character.toString(letter).getBytes(StandardCharsets.UTF_8).length;
            if (bytes + size > LONGEST_LINE) {
                text.append("\r\n ");
                bytes = 1;
            }
            text.appendCodePoint(letter);
            bytes += size;
            at += Character.charCount(letter);
        }
        text.append("\r\n");
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replaceAll("\\R", "\\\\n")
                .replaceAll("\\p{Cntrl}", " ");
    }
}
