package org.townloop.supply.merchant.hours;

import ch.poole.openinghoursparser.DateRange;
import ch.poole.openinghoursparser.DateWithOffset;
import ch.poole.openinghoursparser.YearRange;
import java.time.Month;
import org.jspecify.annotations.Nullable;
import org.townloop.supply.merchant.hours.DatePoint.Kind;

/** Makes dates and ranges of dates of what the parser found. */
final class DateReader {

    private DateReader() {}

    static DayTest dates(DateRange range) throws Unread {
        var start = range.getStartDate();
        var end = range.getEndDate();
        if (range.getInterval() > 0) {
            throw new Unread(Reading.Kind.NOT_COUNTED, range);
        }
        var first = point(range, start, null, DatePoint.ANY_YEAR);
        if (start.isOpenEnded()) {
            if (first.year() == DatePoint.ANY_YEAR) {
                throw new Unread(Reading.Kind.NOT_COUNTED, range);
            }
            return new DayTest.Dates(first, null);
        }
        if (end == null) {
            return new DayTest.Dates(first, first);
        }
        var last = point(range, end, start, first.year());
        if (first.year() == DatePoint.ANY_YEAR && last.year() != DatePoint.ANY_YEAR) {
            throw new Unread(Reading.Kind.NOT_COUNTED, range);
        }
        // without a year of its own an end before its beginning is in the year after
        var year = end.undefinedYear()
                        && first.year() != DatePoint.ANY_YEAR
                        && last.last(first.year()).isBefore(first.first(first.year()))
                ? first.year() + 1
                : last.year();
        return new DayTest.Dates(first, new DatePoint(year, last.kind(), last.offset()));
    }

    private static DatePoint point(
            DateRange range, DateWithOffset date, @Nullable DateWithOffset start, int yearOfStart) throws Unread {
        if (date.getWeekDayOffset() != null) {
            throw new Unread(Reading.Kind.NOT_COUNTED, range);
        }
        var year = date.undefinedYear() || date.getYear() == YearRange.UNDEFINED_YEAR ? yearOfStart : date.getYear();
        return new DatePoint(year, kind(range, date, start), date.getDayOffset());
    }

    private static Kind kind(DateRange range, DateWithOffset date, @Nullable DateWithOffset start) throws Unread {
        if (date.getVarDate() != null) {
            return new Kind.OnEaster();
        }
        var named = date.getMonth() != null || start == null ? date.getMonth() : start.getMonth();
        if (named == null) {
            throw new Unread(Reading.Kind.UNREADABLE, range);
        }
        var month = Month.of(named.ordinal() + 1);
        if (date.getNthWeekDay() != null) {
            return new Kind.OnNth(month, RuleReader.weekday(date.getNthWeekDay()), date.getNth());
        }
        if (date.undefinedDay()) {
            return new Kind.InMonth(month);
        }
        if (date.getDay() > month.maxLength()) {
            throw new Unread(Reading.Kind.NO_SUCH_DAY, date);
        }
        return new Kind.OnDay(month, date.getDay());
    }
}
