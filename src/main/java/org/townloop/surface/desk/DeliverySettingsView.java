package org.townloop.surface.desk;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.stream.IntStream;
import org.townloop.surface.page.Form;

/**
 * How a place brings what it sells.
 *
 * @param form with what stands in the fields
 * @param windows how many rows of windows the form has
 * @param rings how many rows of rings
 */
record DeliverySettingsView(Desk desk, Form form, int windows, int rings, String currency) {

    String day(int day) {
        return DayOfWeek.of(day)
                .getDisplayName(TextStyle.FULL_STANDALONE, desk.page().locale());
    }

    int[] days() {
        return IntStream.rangeClosed(1, DayOfWeek.values().length).toArray();
    }
}
