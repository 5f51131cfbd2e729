package org.townloop.supply.merchant.hours;

import java.time.LocalDate;
import java.util.List;
import org.townloop.base.region.HolidayCalendar;

/**
 * One rule of a notation.
 *
 * @param days all of which must hold; none for every day
 * @param times none for the whole day
 * @param note what it says in words, or an empty text
 */
record Rule(Joint joint, Says says, List<DayTest> days, List<Stretch> times, String note) {

    boolean holds(LocalDate day, HolidayCalendar calendar) {
        for (var test : days) {
            if (!test.holds(day, calendar)) {
                return false;
            }
        }
        return true;
    }

    List<Stretch> stretches() {
        return times.isEmpty() ? List.of(Stretch.DAY) : times;
    }

    /** Whether it closes whole days, and not just always the same of the week. */
    boolean closesSpecialDays() {
        return says == Says.CLOSED && times.isEmpty() && days.stream().anyMatch(DayTest::isSpecial);
    }

    /** Whether it says no more than when a place is open on days of the week. */
    boolean isWeekly() {
        return joint != Joint.ELSE
                && says != Says.UNKNOWN
                && note.isEmpty()
                && days.stream().noneMatch(DayTest::isSpecial)
                && times.stream().noneMatch(time -> time.openEnd() || time.to() > WallSpan.MINUTES_OF_DAY);
    }

    /** {@code PH off}. */
    boolean isClosedOnHolidays() {
        return closesSpecialDays()
                && joint == Joint.INSTEAD
                && note.isEmpty()
                && days.equals(List.of(new DayTest.Any(List.of(new DayTest.Holidays(0)))));
    }
}
