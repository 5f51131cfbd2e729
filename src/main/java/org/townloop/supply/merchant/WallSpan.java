package org.townloop.supply.merchant;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;

/**
 * A stretch of a day by the clock on the wall.
 *
 * @param opens minute of the day, 0 to 1439
 * @param closes minute of the day, up to 1440
 */
record WallSpan(int opens, int closes) {

    /**
     * When the clock on the wall shows a time of the stretch. Where clocks are put forward over its beginning or end,
     * it begins or ends at that moment; where they are put back over it, it begins the first time and ends the last.
     * Empty, and then start and end are the same, if the whole stretch is skipped.
     */
    Instant[] on(LocalDate day, ZoneId zone) {
        return new Instant[] {at(day, opens, zone, true), at(day, closes, zone, false)};
    }

    private static Instant at(LocalDate day, int minute, ZoneId zone, boolean earlier) {
        LocalDateTime local = day.atStartOfDay().plusMinutes(minute);
        var transition = zone.getRules().getTransition(local);
        if (transition == null) {
            return local.toInstant(zone.getRules().getOffset(local));
        }
        if (transition.isGap()) {
            return transition.getInstant();
        }
        return local.toInstant(earlier ? transition.getOffsetBefore() : transition.getOffsetAfter());
    }
}
