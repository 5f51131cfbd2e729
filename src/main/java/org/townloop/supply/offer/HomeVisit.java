package org.townloop.supply.offer;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Duration;

/**
 * Done at the resident's home, by people who come from the place or from the job before.
 *
 * @param team how many come together, at least 1
 * @param withinMetres how far from the place they go, as the crow flies
 * @param windowMinutes how long after the beginning of the window they may still arrive
 */
public record HomeVisit(int team, int withinMetres, int windowMinutes) implements Arrangement {

    /** How long the window is within which they arrive. */
    @JsonIgnore
    public Duration window() {
        return Duration.ofMinutes(windowMinutes);
    }
}
