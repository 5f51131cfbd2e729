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
        List<Engagement> outside,
        boolean start) {

    /** One row for each booking, though it takes a person and a chair. */
    List<Engagement> bookings() {
        return outside.stream()
                .filter(each -> outside.stream()
                                .filter(other -> other.order().equals(each.order())
                                        && other.during().equals(each.during()))
                                .findFirst()
                                .orElse(each)
                        == each)
                .toList();
    }

    String dayOf(Engagement booking) {
        return desk.to(Desk.Tab.DAY) + "&day="
                + desk.times().day(booking.during().start());
    }

    String hoursOf(DayException day) {
        return day.closed()
                ? desk.page().text("desk.hours.closed")
                : day.opens() + " – " + (LocalTime.MIDNIGHT.equals(day.closes()) ? "24:00" : day.closes());
    }
}
