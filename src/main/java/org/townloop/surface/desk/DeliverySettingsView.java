package org.townloop.surface.desk;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.LinkedHashMap;
import java.util.Map;
import org.townloop.surface.page.Form;

/**
 * How a place brings what it sells.
 *
 * @param form with what stands in the fields
 * @param windows how many rows of windows the form has
 * @param rings how many rows of rings
 */
record DeliverySettingsView(Desk desk, Form form, int windows, int rings, String currency) {

    /** What can be chosen as the day of a window: its value, and what it is called. */
    Map<String, String> days() {
        var days = new LinkedHashMap<String, String>();
        days.put(WeekWindows.DAILY, desk.page().text("desk.delivery.daily"));
        days.put(WeekWindows.WORKDAYS, desk.page().text("desk.delivery.workdays"));
        for (var day : DayOfWeek.values()) {
            days.put(
                    Integer.toString(day.getValue()),
                    day.getDisplayName(TextStyle.FULL_STANDALONE, desk.page().locale()));
        }
        return days;
    }
}
