package org.townloop.surface.desk;

import java.time.LocalTime;
import java.util.List;
import org.townloop.supply.merchant.DayException;
import org.townloop.supply.merchant.Engagements.Engagement;
import org.townloop.surface.page.Form;

/**
 * The hours of a place.
 *
 * @param day the form of a day that differs
 * @param version what the save must name
 * @param outside what is booked at times when the place is closed now
 */
record HoursView(
        Desk desk,
        Form form,
        Form day,
        int version,
        List<WeekForm.Day> days,
        List<DayException> exceptions,
        List<Outside> outside,
        boolean start) {

    /** A booking at a time when the place is closed now, and where the desk shows it. */
    record Outside(String href, String when, String guest) {

        static Outside of(Desk desk, Engagement booking, String guest) {
            var times = desk.times();
            var start = booking.during().start();
            var day = times.day(start);
            return new Outside(
                    desk.to(Desk.Tab.DAY) + "&day=" + day,
                    booking.onDay() ? times.relative(day) : times.moment(start),
                    guest);
        }
    }

    String hoursOf(DayException day) {
        return day.closed()
                ? desk.page().text("desk.hours.closed")
                : day.opens() + " – " + (LocalTime.MIDNIGHT.equals(day.closes()) ? "24:00" : day.closes());
    }
}
