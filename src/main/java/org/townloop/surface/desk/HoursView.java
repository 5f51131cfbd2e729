package org.townloop.surface.desk;

import java.time.LocalTime;
import java.util.List;
import org.townloop.supply.merchant.DayException;
import org.townloop.surface.page.Form;

/**
 * The hours of a place.
 *
 * @param day the form of a day that differs
 * @param version what the save must name
 * @param asText whether they stand in one field instead of seven days
 * @param weekly whether seven days could show them
 * @param hasHolidays whether the region lives by a calendar of holidays
 * @param ahead the next weeks in words
 * @param feasts the next holidays and what the place does on them
 * @param listed what a data set says of hours that nobody has set, or an empty text
 * @param outside what is booked at times when the place is closed now
 */
record HoursView(
        Desk desk,
        Form form,
        Form day,
        int version,
        boolean asText,
        boolean weekly,
        String notation,
        List<WeekForm.Day> days,
        boolean closedOnHolidays,
        boolean hasHolidays,
        List<Outlook.Week> ahead,
        List<Feasts.Feast> feasts,
        String listed,
        List<DayException> exceptions,
        List<BookedOutside.Row> outside,
        boolean start) {

    /** Each of them is explained by a text of its own. */
    static final List<String> EXAMPLES = List.of(
            "Mo-Fr 09:00-12:00,13:30-18:00; Sa 10:00-16:00",
            "Mo-Su 10:00-22:00; PH off",
            "Tu-Su 18:00-02:00",
            "Mo-Fr 09:00-18:00; Dec 24-Jan 02 off",
            "Apr-Oct: Mo-Su 08:00-20:00; Nov-Mar: Mo-Sa 09:00-17:00",
            "Mo-Fr 09:00-18:00; Sa[1] 10:00-14:00",
            "Mo-Fr 09:00-18:00 || \"by appointment\"");

    String hoursOf(DayException day) {
        if (day.asUsual()) {
            return desk.page().text("desk.days.like-any", "day", desk.times().weekday(day.day()));
        }
        return day.closed()
                ? desk.page().text("desk.hours.closed")
                : day.opens() + " – " + (LocalTime.MIDNIGHT.equals(day.closes()) ? "24:00" : day.closes());
    }
}
