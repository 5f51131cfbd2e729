package org.townloop.supply.merchant.hours;

import ch.poole.openinghoursparser.Holiday;
import ch.poole.openinghoursparser.Nth;
import ch.poole.openinghoursparser.RuleModifier;
import ch.poole.openinghoursparser.TimeSpan;
import ch.poole.openinghoursparser.WeekDay;
import ch.poole.openinghoursparser.WeekDayRange;
import ch.poole.openinghoursparser.WeekRange;
import ch.poole.openinghoursparser.YearRange;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes a rule of what the parser found, or says which part of it nobody here can answer. */
final class RuleReader {

    private RuleReader() {}

    static Rule rule(ch.poole.openinghoursparser.Rule parsed) throws Unread {
        var modifier = parsed.getModifier();
        var note = modifier == null || modifier.getComment() == null
                ? ""
                : modifier.getComment().strip();
        return new Rule(joint(parsed), says(modifier), days(parsed), times(parsed.getTimes()), note);
    }

    static DayOfWeek weekday(WeekDay day) {
        return DayOfWeek.of(day.ordinal() + 1);
    }

    private static Joint joint(ch.poole.openinghoursparser.Rule parsed) {
        return parsed.isFallBack() ? Joint.ELSE : parsed.isAdditive() ? Joint.ALSO : Joint.INSTEAD;
    }

    /** Nothing is open; a comment alone is perhaps. */
    private static Says says(@Nullable RuleModifier modifier) {
        if (modifier == null) {
            return Says.OPEN;
        }
        return switch (modifier.getModifier()) {
            case OPEN -> Says.OPEN;
            case CLOSED, OFF -> Says.CLOSED;
            case UNKNOWN -> Says.UNKNOWN;
            case null -> Says.UNKNOWN;
        };
    }

    private static List<DayTest> days(ch.poole.openinghoursparser.Rule parsed) throws Unread {
        var tests = new ArrayList<DayTest>();
        if (parsed.getYears() != null) {
            var years = new ArrayList<DayTest>();
            for (var range : parsed.getYears()) {
                years.add(years(range));
            }
            tests.add(new DayTest.Any(years));
        }
        if (parsed.getWeeks() != null) {
            var weeks = new ArrayList<DayTest>();
            for (var range : parsed.getWeeks()) {
                weeks.add(weeks(range));
            }
            tests.add(new DayTest.Any(weeks));
        }
        if (parsed.getDates() != null) {
            var dates = new ArrayList<DayTest>();
            for (var range : parsed.getDates()) {
                dates.add(DateReader.dates(range));
            }
            tests.add(new DayTest.Any(dates));
        }
        addWeekdays(parsed, tests);
        return tests;
    }

    /** {@code PH,Mo} is either, {@code PH Mo} is both. */
    private static void addWeekdays(ch.poole.openinghoursparser.Rule parsed, List<DayTest> tests) throws Unread {
        var holidays = new ArrayList<DayTest>();
        var both = false;
        if (parsed.getHolidays() != null) {
            for (var holiday : parsed.getHolidays()) {
                if (holiday.getType() != Holiday.Type.PH) {
                    throw new Unread(Reading.Kind.SCHOOL, holiday);
                }
                holidays.add(new DayTest.Holidays(holiday.getOffset()));
                both |= !holiday.getUseAsWeekDay();
            }
        }
        var weekdays = new ArrayList<DayTest>();
        if (parsed.getDays() != null) {
            for (var range : parsed.getDays()) {
                weekdays.addAll(weekdays(range));
            }
        }
        if (both && !weekdays.isEmpty()) {
            tests.add(new DayTest.Any(holidays));
            tests.add(new DayTest.Any(weekdays));
        } else if (!holidays.isEmpty() || !weekdays.isEmpty()) {
            holidays.addAll(weekdays);
            tests.add(new DayTest.Any(holidays));
        }
    }

    private static DayTest years(YearRange range) throws Unread {
        var last = range.getEndYear() != YearRange.UNDEFINED_YEAR
                ? range.getEndYear()
                : range.isOpenEnded() ? Integer.MAX_VALUE : range.getStartYear();
        if (last < range.getStartYear()) {
            throw new Unread(Reading.Kind.UNREADABLE, range);
        }
        return new DayTest.Years(range.getStartYear(), last, Math.max(1, range.getInterval()));
    }

    private static DayTest weeks(WeekRange range) throws Unread {
        var last = range.getEndWeek() == WeekRange.UNDEFINED_WEEK ? range.getStartWeek() : range.getEndWeek();
        if (last < range.getStartWeek() || last > WeekRange.MAX_WEEK) {
            throw new Unread(Reading.Kind.UNREADABLE, range);
        }
        return new DayTest.Weeks(range.getStartWeek(), last, Math.max(1, range.getInterval()));
    }

    private static List<DayTest> weekdays(WeekDayRange range) throws Unread {
        var first = weekday(range.getStartDay());
        var end = range.getEndDay();
        if (range.getNths() == null || range.getNths().isEmpty()) {
            return List.of(new DayTest.Weekdays(first, end == null ? first : weekday(end)));
        }
        var tests = new ArrayList<DayTest>();
        for (var nth : range.getNths()) {
            var last = nth.getEndNth() == Nth.INVALID_NTH ? nth.getStartNth() : nth.getEndNth();
            if (nth.getStartNth() == Nth.INVALID_NTH
                    || (long) nth.getStartNth() * last < 0
                    || last < nth.getStartNth()) {
                throw new Unread(Reading.Kind.UNREADABLE, range);
            }
            for (int number = nth.getStartNth(); number <= last; number++) {
                tests.add(new DayTest.NthWeekday(first, number, range.getOffset()));
            }
        }
        return tests;
    }

    private static List<Stretch> times(@Nullable List<TimeSpan> parsed) throws Unread {
        var times = new ArrayList<Stretch>();
        for (var span : parsed == null ? List.<TimeSpan>of() : parsed) {
            times.add(time(span));
        }
        return times;
    }

    private static Stretch time(TimeSpan span) throws Unread {
        if (span.getStartEvent() != null || span.getEndEvent() != null) {
            throw new Unread(Reading.Kind.SUN, span);
        }
        if (span.getInterval() > 0) {
            throw new Unread(Reading.Kind.NOT_COUNTED, span);
        }
        var from = span.getStart();
        if (span.getEnd() == TimeSpan.UNDEFINED_TIME) {
            if (!span.isOpenEnded()) {
                throw new Unread(Reading.Kind.NO_END, span);
            }
            return new Stretch(from, from, true);
        }
        if (span.getEnd() <= from || span.getEnd() > WallSpan.LATEST) {
            throw new Unread(Reading.Kind.NO_SUCH_TIME, span);
        }
        return new Stretch(from, span.getEnd(), span.isOpenEnded());
    }
}
