package org.townloop.supply.booking;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Refusal;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.offer.Offer;

/**
 * When several services of one place can be had at one appointment. The answers come from bits in memory, up to
 * {@value Timeline#DAYS} days ahead, and are tried as a hold would try them: what is shown can be held, all together by one
 * call of {@link Bookings#hold} in the order of the plan, if nobody is quicker.
 */
@Component
public class Combinations {

    private static final String FIELD = "offer";

    private final FreeTimes freeTimes;
    private final OfferStarts offerStarts;
    private final Travel travel;
    private final Clock clock;

    Combinations(FreeTimes freeTimes, OfferStarts offerStarts, Travel travel, Clock clock) {
        this.freeTimes = freeTimes;
        this.offerStarts = offerStarts;
        this.travel = travel;
        this.clock = clock;
    }

    /** Why these cannot be had at one appointment at that place, whoever is free; empty if they can. */
    public Optional<Refusal> refusal(PlaceId place, List<Offer> services) {
        for (int i = 0; i < services.size(); i++) {
            var offer = services.get(i);
            var elsewhere = !offer.place().equals(place);
            if (elsewhere || !Combination.takes(offer)) {
                var reason = elsewhere ? BookingReason.AT_ANOTHER_PLACE : BookingReason.NOT_COMBINABLE;
                return Optional.of(Refusal.of(reason, FIELD + "[" + i + "]", Map.of("what", offer.title())));
            }
        }
        var different = new HashSet<>(services.stream().map(Offer::id).toList()).size();
        var tooFew = different < Combination.LEAST;
        return tooFew || different > Combination.MOST || different < services.size()
                ? Optional.of(Refusal.of(
                        BookingReason.COMBINATION_SIZE,
                        FIELD,
                        Map.of("min", Combination.LEAST, "max", Combination.MOST)))
                : Optional.empty();
    }

    /**
     * The plans that begin on that day of the place's clock: one for each start at which there is any, the one that is done
     * soonest; in order. A place that cannot be booked has none.
     *
     * @param wanted that is not {@link #refusal refused}
     */
    public List<Plan> plans(Combination wanted, LocalDate day) {
        return days(wanted).map(days -> days.of(day)).orElse(List.of());
    }

    /** The same of so many days from that one on. */
    public SortedMap<LocalDate, List<Plan>> plans(Combination wanted, LocalDate first, int count) {
        var plans = new TreeMap<LocalDate, List<Plan>>();
        days(wanted)
                .ifPresent(
                        days -> first.datesUntil(first.plusDays(count)).forEach(day -> plans.put(day, days.of(day))));
        return plans;
    }

    /** The first day from that one on, within the calendar, on which there is a plan. */
    public Optional<LocalDate> next(Combination wanted, LocalDate from) {
        return days(wanted)
                .flatMap(days -> Stream.iterate(from, day -> day.plusDays(1))
                        .limit(Timeline.DAYS)
                        .filter(days::isAny)
                        .findFirst());
    }

    /** To be asked by one caller for one answer. */
    Optional<DayPlans> days(Combination wanted) {
        var place = wanted.services().getFirst().place();
        var grids = wanted.services().stream()
                .map(offer -> (int) offerStarts.mode(offer).startEvery().toMinutes())
                .toList();
        return Optional.ofNullable(freeTimes.of(List.of(place)).get(place))
                .map(bits -> new DayPlans(bits, wanted, grids, travel, clock.instant()));
    }
}
