package org.townloop.supply.merchant.hours;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * A stretch by the clock on the wall that begins on a day.
 *
 * @param opens minute of the day, 0 to 1440
 * @param closes minutes from the beginning of the day, up to 2880: the night after belongs to the day
 */
public record WallSpan(int opens, int closes) {

    public static final int MINUTES_OF_DAY = 1_440;

    /** The end of the night after. */
    static final int LATEST = 2 * MINUTES_OF_DAY;

    /**
     * When the clock on the wall shows a time of the stretch. Where clocks are put forward over its beginning or end,
     * it begins or ends at that moment; where they are put back over it, it begins the first time and ends the last
     * time that the clock shows less than its end.
     *
     * @return start and end; the same moment if the whole stretch is skipped
     */
    public Instant[] on(LocalDate day, ZoneId zone) {
        return new Instant[] {at(day, opens, zone, true), at(day, closes, zone, false)};
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
        // what ends where the hour that comes twice begins has ended before it comes
        var beforeTheChange = firstTime || local.equals(transition.getDateTimeAfter());
        return local.toInstant(beforeTheChange ? transition.getOffsetBefore() : transition.getOffsetAfter());
    }
}
