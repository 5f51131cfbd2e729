package org.townloop.supply.offer;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.townloop.supply.merchant.ResourceId;

/**
 * Nights in a room of a type.
 *
 * @param rooms the type of room: a resource of which the place has one or more
 * @param sleeps how many people a room takes, at least 1
 * @param fewestNights the shortest stay, at least 1
 * @param mostNights the longest stay
 * @param arrivalDays on which days of the week guests may arrive; empty for any
 * @param prices of nights that cost something else than the offer's price; the last that fits counts
 */
public record Stay(
        ResourceId rooms,
        int sleeps,
        int fewestNights,
        int mostNights,
        Set<DayOfWeek> arrivalDays,
        List<NightPrice> prices)
        implements Arrangement {

    /**
     * What a night costs in a season, or on some days of the week.
     *
     * @param from the first night
     * @param to the last night
     * @param days the days of the week on which the nights begin; empty for all
     * @param minor in minor units of the offer's currency
     */
    public record NightPrice(LocalDate from, LocalDate to, Set<DayOfWeek> days, long minor) {

        public NightPrice {
            days = Set.copyOf(days);
        }
    }

    public Stay {
        arrivalDays = Set.copyOf(arrivalDays);
        prices = List.copyOf(prices);
    }
}
