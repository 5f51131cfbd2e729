package org.townloop.supply.offer;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.townloop.base.kernel.Money;
import org.townloop.supply.merchant.ResourceId;

/**
 * Nights in a room of a type.
 *
 * @param rooms the type of room: a resource of which the place has one or more
 * @param sleeps how many people a room takes, at least 1
 * @param fewestNights the shortest stay, at least 1
 * @param mostNights the longest stay
 * @param checkIn from when on the room is ready, by the place's clock; whole 5 minutes
 * @param checkOut until when it is left on the last day; no later than the check-in
 * @param arrivalDays on which days of the week guests may arrive; empty for any
 * @param prices of nights that cost something else than the offer's price; the last that fits counts
 */
public record Stay(
        ResourceId rooms,
        int sleeps,
        int fewestNights,
        int mostNights,
        LocalTime checkIn,
        LocalTime checkOut,
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

        boolean isOf(LocalDate night) {
            return !night.isBefore(from)
                    && !night.isAfter(to)
                    && (days.isEmpty() || days.contains(night.getDayOfWeek()));
        }
    }

    public Stay {
        arrivalDays = Set.copyOf(arrivalDays);
        prices = List.copyOf(prices);
    }

    /** What a room costs in that night. */
    public Money price(LocalDate night, Money usual) {
        return prices.reversed().stream()
                .filter(price -> price.isOf(night))
                .findFirst()
                .map(price -> new Money(price.minor(), usual.currency()))
                .orElse(usual);
    }

    /** The least that a night costs at some time. */
    public Money cheapest(Money usual) {
        return prices.stream()
                .map(price -> new Money(price.minor(), usual.currency()))
                .reduce(usual, (one, other) -> other.minor() < one.minor() ? other : one);
    }

    public boolean isArrivalDay(LocalDate day) {
        return arrivalDays.isEmpty() || arrivalDays.contains(day.getDayOfWeek());
    }
}
