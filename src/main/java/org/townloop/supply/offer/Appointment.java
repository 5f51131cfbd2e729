package org.townloop.supply.offer;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * Had at a time, with one of those who do it and one of what it takes.
 *
 * @param alongside whether it may be done to somebody while another service goes on: nails, while the colour acts
 */
public record Appointment(boolean alongside) implements Arrangement {

    public static final Appointment AT_A_TIME = new Appointment(false);

    /** By itself, unless it says otherwise: what was written before anything could be done alongside says nothing. */
    @JsonCreator
    static Appointment of(@JsonProperty("alongside") @Nullable Boolean alongside) {
        return new Appointment(alongside != null && alongside);
    }
}
