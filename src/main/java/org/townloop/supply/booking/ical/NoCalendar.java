package org.townloop.supply.booking.ical;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Refusal;

/** A calendar cannot be read. What was read before it is not used either. */
public final class NoCalendar extends Exception {

    private static final long serialVersionUID = 1;
    private static final int LONGEST = 60;

    private final CalendarReason reason;
    private final transient Map<String, Object> facts;

    public NoCalendar(CalendarReason reason, Map<String, Object> facts) {
        super(reason + " " + facts);
        this.reason = reason;
        this.facts = facts;
    }

    /** @param what stands there, as far as it helps to find it */
    static NoCalendar at(CalendarReason reason, int line, String what) {
        var shown = what.strip().replaceAll("\\p{Cntrl}", " ");
        return new NoCalendar(
                reason,
                Map.of("line", line, "what", shown.length() > LONGEST ? shown.substring(0, LONGEST) + "…" : shown));
    }

    public CalendarReason reason() {
        return reason;
    }

    public Map<String, Object> facts() {
        return facts;
    }

    /** @param field the field of a form in which the address stands, or null */
    public Refusal refusal(@Nullable String field) {
        return new Refusal(reason, field, facts);
    }
}
