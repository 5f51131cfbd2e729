package org.townloop.supply.offer;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Duration;

/**
 * From a door to another one, in a vehicle of the place's. The offer's price is what it costs to get in.
 *
 * @param seats how many are taken along, at least 1
 * @param withinMetres how far from the place they are picked up, as the crow flies
 * @param mostMetres how long the way of a ride is at most
 * @param windowMinutes how long after the time that is asked for they may still be picked up
 * @param noticeMinutes how long before the driver sets out it must be ordered; within it, it is paid
 */
public record Ride(int seats, Fare fare, int withinMetres, int mostMetres, int windowMinutes, int noticeMinutes)
        implements Arrangement {

    /** What drivers drive. */
    public static final String RESOURCE = "vehicle";

    /** Within which a ride may begin at any five minutes. */
    public static final Duration SOON = Duration.ofHours(1);

    /** No ride takes longer. */
    public static final Duration LONGEST = Duration.ofHours(8);

    /** How long the window is within which they are picked up. */
    @JsonIgnore
    public Duration window() {
        return Duration.ofMinutes(windowMinutes);
    }

    @JsonIgnore
    public Duration notice() {
        return Duration.ofMinutes(noticeMinutes);
    }
}
