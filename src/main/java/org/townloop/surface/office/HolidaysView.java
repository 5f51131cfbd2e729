package org.townloop.surface.office;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import org.townloop.surface.page.Form;

/**
 * The holidays of a region.
 *
 * @param calendar the code, or an empty text if it lives by none
 * @param mayChange whether its days may be changed here
 * @param known whether the shown year has been published
 * @param missing the years within the time that can be booked that have not
 * @param faults what is wrong with lines of a file
 */
record HolidaysView(
        Office office,
        Form form,
        String calendar,
        List<Choice> choices,
        boolean mayChange,
        List<Integer> years,
        int year,
        List<Row> days,
        boolean known,
        List<Integer> missing,
        List<Fault> faults) {

    /** A calendar to choose. */
    record Choice(String value, String name, boolean chosen) {}

    /** @param as by the hours of which weekday a workday is kept, or an empty text */
    record Row(String day, String words, String name, boolean workday, String as) {}

    /** @param line 1 is the first; 0 is the whole file */
    record Fault(int line, String sentence) {}

    /** The days of the week, Monday being 1. */
    List<Choice> weekdays() {
        return Arrays.stream(DayOfWeek.values())
                .map(day -> new Choice(
                        Integer.toString(day.getValue()),
                        day.getDisplayName(TextStyle.FULL, office.page().locale()),
                        form.value("standsFor").equals(Integer.toString(day.getValue()))))
                .toList();
    }

    /** What is wrong, and in which line. */
    String sentence(Fault fault) {
        return fault.line() == 0
                ? fault.sentence()
                : office.page().text("office.holidays.line", "line", fault.line(), "what", fault.sentence());
    }
}
