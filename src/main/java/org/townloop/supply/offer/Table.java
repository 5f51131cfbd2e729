package org.townloop.supply.offer;

import java.time.Duration;

/**
 * A table for a party; the offer's duration is how long they sit.
 *
 * @param fewest the smallest party, at least 1
 * @param most the largest party
 * @param largeFrom from how many people on a party is large
 * @param longerMinutes how much longer a large party sits, in whole 5 minutes
 */
public record Table(int fewest, int most, int largeFrom, int longerMinutes) implements Arrangement {

    /** The kind of resource that a pack calls its tables. */
    public static final String RESOURCE = "table";

    public boolean takes(int people) {
        return people >= fewest && people <= most;
    }

    /** How much longer than the offer's duration so many people sit. */
    public Duration longer(int people) {
        return people < largeFrom ? Duration.ZERO : Duration.ofMinutes(longerMinutes);
    }
}
