package org.townloop.base.notice;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * When somebody is not to be woken, on the clocks of their region. They may pass midnight; two equal times are none.
 *
 * @param from the first quiet minute
 * @param until the first one that is not
 */
public record QuietHours(LocalTime from, LocalTime until) {

    /** Of those who chose none. */
    public static final QuietHours USUAL = new QuietHours(LocalTime.of(22, 0), LocalTime.of(8, 0));

    public boolean areNone() {
        return from.equals(until);
    }

    /** The moment itself, or if it is quiet, the end of that. */
    public Instant endOrNow(Instant now, ZoneId zone) {
        var local = now.atZone(zone);
        if (!isQuiet(local.toLocalTime())) {
            return now;
        }
        var day = local.toLocalTime().isBefore(until)
                ? local.toLocalDate()
                : local.toLocalDate().plusDays(1);
        return day.atTime(until).atZone(zone).toInstant();
    }

    private boolean isQuiet(LocalTime time) {
        return from.isBefore(until)
                ? !time.isBefore(from) && time.isBefore(until)
                : !areNone() && (!time.isBefore(from) || time.isBefore(until));
    }
}
