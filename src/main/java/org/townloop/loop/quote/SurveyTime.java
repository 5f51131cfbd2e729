package org.townloop.loop.quote;

import java.time.Duration;
import java.time.Instant;
import org.townloop.supply.merchant.StaffId;

/** A time at which somebody could come and look. */
public record SurveyTime(int number, StaffId staff, Instant at, int minutes) {

    /** Of how many times one is chosen. */
    public static final int MOST = 3;

    public Instant ends() {
        return at.plus(Duration.ofMinutes(minutes));
    }
}
