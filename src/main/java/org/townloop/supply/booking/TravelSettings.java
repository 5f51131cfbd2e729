package org.townloop.supply.booking;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How travel times are found.
 *
 * @param detour how much longer the way is than the line through the air; at least 1
 * @param kilometresPerHour how fast people get on who go from door to door
 * @param osrm a server that speaks OSRM's table service, with the profile: {@code http://host:5000/table/v1/driving};
 *     empty if there is none
 * @param timeout how long an answer may take
 * @param mostPoints what is asked about at once, at most
 * @param keptFor how long an answer counts
 * @param mostKept how many ways are remembered
 */
@ConfigurationProperties("townloop.travel")
record TravelSettings(
        @DefaultValue("1.4") double detour,
        @DefaultValue("18") double kilometresPerHour,
        @DefaultValue("") String osrm,
        @DefaultValue("2s") Duration timeout,
        @DefaultValue("60") int mostPoints,
        @DefaultValue("12h") Duration keptFor,
        @DefaultValue("20000") int mostKept) {

    TravelSettings {
        if (!(detour >= 1 && detour <= 10) || !(kilometresPerHour > 0 && kilometresPerHour <= 200)) {
            throw new IllegalArgumentException("townloop.travel.detour is 1 to 10, townloop.travel.kilometres-per-hour"
                    + " more than 0 and at most 200");
        }
        if (mostPoints < 2 || mostPoints > 500 || mostKept < 1 || timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException(
                    "townloop.travel: most-points is 2 to 500, most-kept and timeout are" + " more than nothing");
        }
    }
}
