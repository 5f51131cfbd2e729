package org.townloop.supply.merchant.hours;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.townloop.base.region.HolidayCalendar;

/** Which days a rule holds on. */
sealed interface DayTest {

    boolean holds(LocalDate day, HolidayCalendar calendar);

    /** Whether it asks for more than the day of the week. */
    default boolean isSpecial() {
        return true;
    }

    /** Any of several. */
    record Any(List<? extends DayTest> tests) implements DayTest {

        @Override
        public boolean holds(LocalDate day, HolidayCalendar calendar) {
            for (var test : tests) {
                if (test.holds(day, calendar)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public boolean isSpecial() {
            return tests.stream().anyMatch(DayTest::isSpecial);
        }
    }

    /** Every so many years from one to another. */
    record Years(int first, int last, int every) implements DayTest {

        @Override
        public boolean holds(LocalDate day, HolidayCalendar calendar) {
            var year = day.getYear();
            return first <= year && year <= last && (year - first) % every == 0;
        }
    }

    /** Every so many weeks as ISO 8601 counts them. */
    record Weeks(int first, int last, int every) implements DayTest {

        @Override
        public boolean holds(LocalDate day, HolidayCalendar calendar) {
            var week = day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
            return first <= week && week <= last && (week - first) % every == 0;
        }
    }

    /** From one day of the week to another, round the end of the week if need be. A make-up workday is what it stands for. */
    record Weekdays(DayOfWeek first, DayOfWeek last) implements DayTest {

        @Override
        public boolean holds(LocalDate day, HolidayCalendar calendar) {
            var weekday = calendar.weekday(day).getValue();
            return first.getValue() <= last.getValue()
                    ? first.getValue() <= weekday && weekday <= last.getValue()
                    : first.getValue() <= weekday || weekday <= last.getValue();
        }

        @Override
        public boolean isSpecial() {
            return false;
        }
    }

    /**
     * So many days after the nth such weekday of a month. A make-up workday is no such day.
     *
     * @param nth from 1, or from -1 for the last
     */
    record NthWeekday(DayOfWeek weekday, int nth, int offset) implements DayTest {

        @Override
        public boolean holds(LocalDate day, HolidayCalendar calendar) {
            var counted = day.minusDays(offset);
            if (counted.getDayOfWeek() != weekday || calendar.isMakeUp(day)) {
                return false;
            }
            return nth > 0
                    ? (counted.getDayOfMonth() + 6) / 7 == nth
                    : (counted.lengthOfMonth() - counted.getDayOfMonth()) / 7 + 1 == -nth;
        }
    }

    /** So many days after a public holiday. */
    record Holidays(int offset) implements DayTest {

        @Override
        public boolean holds(LocalDate day, HolidayCalendar calendar) {
            return calendar.isHoliday(day.minusDays(offset));
        }
    }

    /**
     * From one date to another, over New Year if need be.
     *
     * @param last null if it holds for ever after
     */
    record Dates(DatePoint first, @Nullable DatePoint last) implements DayTest {

        @Override
        public boolean holds(LocalDate day, HolidayCalendar calendar) {
            if (first.year() != DatePoint.ANY_YEAR) {
                return holds(day, first.year());
            }
            // an offset may move it over New Year
            for (int year = day.getYear() - 1; year <= day.getYear() + 1; year++) {
                if (holds(day, year)) {
                    return true;
                }
            }
            return false;
        }

        private boolean holds(LocalDate day, int year) {
            var from = first.first(year);
            if (last == null) {
                return !day.isBefore(from);
            }
            if (last.equals(first) && !first.isIn(year)) {
                return false;
            }
            var to = last.last(last.year() == DatePoint.ANY_YEAR ? year : last.year());
            if (to.isBefore(from) && last.year() == DatePoint.ANY_YEAR) {
                to = last.last(year + 1);
            }
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }
}
