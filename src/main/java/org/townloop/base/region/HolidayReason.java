package org.townloop.base.region;

import org.townloop.base.kernel.Reason;

/** Why a day, or a file of days, does not get into a calendar. */
public enum HolidayReason implements Reason {
    HOLIDAY_DAY_INVALID,
    HOLIDAY_KIND_INVALID,
    /** A holiday stands for no weekday, and a workday for one from 1 to 7. */
    HOLIDAY_STANDS_FOR_INVALID,
    HOLIDAY_NAME_MISSING,
    /** Facts: {@code max} characters. */
    HOLIDAY_NAME_TOO_LONG,
    /** Facts: {@code day}. */
    HOLIDAY_TWICE,
    /** Facts: {@code columns}. */
    HOLIDAY_COLUMNS,
    HOLIDAY_FILE_EMPTY,
    /** Facts: {@code max} days. */
    HOLIDAY_FILE_TOO_LONG,
    CALENDAR_INVALID;

    @Override
    public Kind kind() {
        return Kind.INVALID;
    }
}
