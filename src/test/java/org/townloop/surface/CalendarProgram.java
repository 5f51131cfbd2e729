package org.townloop.surface;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import org.townloop.supply.booking.ical.BusyTimes;
import org.townloop.supply.booking.ical.NoCalendar;
import org.townloop.supply.merchant.TimeSpan;

/** Reads calendars with a library that is not ours, and as busy times. */
final class CalendarProgram {

    private CalendarProgram() {}

    static List<TimeSpan> busy(String text) throws NoCalendar {
        return BusyTimes.read(
                text,
                new TimeSpan(Instant.parse("2026-11-01T00:00:00Z"), Instant.parse("2027-11-01T00:00:00Z")),
                ZoneId.of("Asia/Shanghai"));
    }

    static VEvent only(String text) throws IOException, ParserException {
        var events = events(text);
        assertThat(events).as(text).hasSize(1);
        return events.getFirst();
    }

    static List<VEvent> events(String text) throws IOException, ParserException {
        Calendar calendar = new CalendarBuilder().build(new StringReader(text));
        assertThat(calendar.validate().hasErrors())
                .as("%s in %s", calendar.validate(), text)
                .isFalse();
        return calendar.getComponents("VEVENT");
    }

    static String value(VEvent event, String name) {
        return event.getProperty(name).orElseThrow().getValue();
    }

    static long sequence(VEvent event) {
        return Long.parseLong(value(event, "SEQUENCE"));
    }
}
