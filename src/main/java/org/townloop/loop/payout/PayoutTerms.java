package org.townloop.loop.payout;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * When and how much is paid out.
 *
 * @param minimumMinor what is less waits for more; in minor units, above zero
 * @param holdBackDays so many days after it was earned an amount is not paid out yet; 0 to {@value #LONGEST_HOLD_BACK}
 */
public record PayoutTerms(Cycle cycle, long minimumMinor, int holdBackDays) {

    /** The longest hold-back, in days. */
    public static final int LONGEST_HOLD_BACK = 90;

    /** Where no region says otherwise. */
    static final PayoutTerms USUAL = new PayoutTerms(new Cycle.Weekly(DayOfWeek.MONDAY), 1_000, 3);

    /** What was earned before this moment is paid out on the day. */
    Instant earnedBefore(LocalDate due, ZoneId zone) {
        return due.minusDays(holdBackDays).atStartOfDay(zone).toInstant();
    }
}
