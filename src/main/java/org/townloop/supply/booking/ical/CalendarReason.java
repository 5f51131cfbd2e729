package org.townloop.supply.booking.ical;

import org.townloop.base.kernel.Reason;

/** Why a foreign calendar is not read. Those of its text name the line: fact {@code line}, counted from 1. */
public enum CalendarReason implements Reason {
    /** What was typed is no address of a calendar. */
    CALENDAR_ADDRESS_UNREADABLE(Kind.INVALID),
    /** The address is a calendar of this town. */
    CALENDAR_IS_OURS(Kind.INVALID),
    /** Several rooms stand behind one name; facts: {@code units}. */
    CALENDAR_FOR_ONE_ONLY(Kind.INVALID),
    /** The address leads to a private network, or is not https. */
    CALENDAR_ADDRESS_FORBIDDEN(Kind.INVALID),
    /** The address cannot be opened any more: the key that sealed it is gone. */
    CALENDAR_ADDRESS_LOST(Kind.CONFLICT),
    /** No machine answers there. */
    CALENDAR_UNREACHABLE(Kind.INVALID),
    /** The answer does not end in time; facts: {@code seconds}. */
    CALENDAR_TOO_SLOW(Kind.INVALID),
    /** Facts: {@code status}, of HTTP. */
    CALENDAR_ANSWERS_OTHERWISE(Kind.INVALID),
    /** One address leads to the next and on; facts: {@code max}. */
    CALENDAR_LEADS_ON(Kind.INVALID),
    /** Facts: {@code max}, in megabytes. */
    CALENDAR_TOO_LONG(Kind.INVALID),
    /** Facts: {@code line}. */
    CALENDAR_IS_NONE(Kind.INVALID),
    /** It breaks off; facts: {@code line}, {@code what}. */
    CALENDAR_HAS_NO_END(Kind.INVALID),
    /** Facts: {@code line}, {@code what}. */
    CALENDAR_TIME_UNREADABLE(Kind.INVALID),
    /** Facts: {@code line}, {@code what}. */
    CALENDAR_ZONE_UNKNOWN(Kind.INVALID),
    /** Facts: {@code line}, {@code what}. */
    CALENDAR_RULE_UNREADABLE(Kind.INVALID),
    /** Facts: {@code line}, {@code what}. */
    CALENDAR_REPEATS_TOO_OFTEN(Kind.INVALID),
    /** Facts: {@code line}, {@code max}. */
    CALENDAR_TOO_MANY_EVENTS(Kind.INVALID),
    /** It was read only just now; facts: {@code again}. */
    CALENDAR_JUST_READ(Kind.TOO_OFTEN);

    private final Kind kind;

    CalendarReason(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
