package org.townloop.supply.booking;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How foreign calendars are read.
 *
 * @param every how long one is left alone after it was read well; at least a minute
 * @param timeout for one answer, all of it
 * @param megabytes the most of one answer, 1 to 20
 * @param privateNetworks whether addresses may lead to machines of our own network, and without encryption
 */
@ConfigurationProperties("townloop.calendars")
record CalendarSettings(
        @DefaultValue("15m") Duration every,
        @DefaultValue("15s") Duration timeout,
        @DefaultValue("4") int megabytes,
        @DefaultValue("false") boolean privateNetworks) {

    CalendarSettings {
        if (every.compareTo(Duration.ofMinutes(1)) < 0 || timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException(
                    "townloop.calendars.every is at least a minute, townloop.calendars.timeout more than nothing");
        }
        if (megabytes < 1 || megabytes > 20) {
            throw new IllegalArgumentException("townloop.calendars.megabytes is 1 to 20");
        }
    }

    int bytes() {
        return megabytes * 1024 * 1024;
    }
}
