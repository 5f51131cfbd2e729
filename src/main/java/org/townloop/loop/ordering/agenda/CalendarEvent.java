package org.townloop.loop.ordering.agenda;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.townloop.supply.merchant.TimeSpan;

/**
 * A booking as it stands in a calendar.
 *
 * @param uid the same for as long as it is the same booking, wherever it is moved
 * @param sequence higher whenever something has changed; 0 as it was booked
 * @param changed when it was booked, moved or called off
 * @param day what is had on a day has no time; else null
 * @param note what else is to be known, or null
 * @param standing whether it takes place
 * @param page where more of it is, for those who may see it
 */
record CalendarEvent(
        String uid,
        long sequence,
        Instant changed,
        TimeSpan during,
        @Nullable LocalDate day,
        String summary,
        @Nullable String location,
        @Nullable String note,
        @Nullable URI page,
        Standing standing) {

    /** As RFC 5545 has it (section 3.8.1.11). */
    enum Standing {
        CONFIRMED,
        /** Too few have booked so far. */
        TENTATIVE,
        CANCELLED
    }

    boolean cancelled() {
        return standing == Standing.CANCELLED;
    }

    CalendarEvent in(String where) {
        return new CalendarEvent(uid, sequence, changed, during, day, summary, where, note, page, standing);
    }

    CalendarEvent at(TimeSpan time) {
        return new CalendarEvent(uid, sequence, changed, time, null, summary, location, note, page, standing);
    }

    CalendarEvent calledOff(long number, Instant when) {
        var later = Math.max(sequence, number);
        return new CalendarEvent(uid, later, when, during, null, summary, location, note, page, Standing.CANCELLED);
    }
}
