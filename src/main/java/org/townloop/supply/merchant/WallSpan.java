package org.townloop.supply.merchant;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * A stretch of a day by the clock on the wall.
 *
 * @param opens minute of the day, 0 to 1439
 * @param closes minute of the day, up to 1440
 */
record WallSpan(int opens, int closes) {

    static final int MINUTES_OF_DAY = 1_440;

    /**
     * When the clock on the wall shows a time of the stretch. Where clocks are put forward over its beginning or end,
     * it begins or ends at that moment; where they are put back over it, it begins the first time and ends the last.
     *
     * @return start and end; the same moment if the whole stretch is skipped
     */
    Instant[] on(LocalDate day, ZoneId zone) {
        var start = at(day, opens, zone, true);
        var end = closes == MINUTES_OF_DAY ? at(day.plusDays(1), 0, zone, true) : at(day, closes, zone, false);
        return new Instant[] {start, end};
    }

    private static Instant at(LocalDate day, int minute, ZoneId zone, boolean firstTime) {
        var local = day.atStartOfDay().plusMinutes(minute);
        var rules = zone.getRules();
        var transition = rules.getTransition(local);
        if (transition == null) {
            return local.toInstant(rules.getOffset(local));
        }
        if (transition.isGap()) {
            return transition.getInstant();
        }
        return local.toInstant(firstTime ? transition.getOffsetBefore() : transition.getOffsetAfter());
    }
}
