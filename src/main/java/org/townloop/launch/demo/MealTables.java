package org.townloop.launch.demo;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The units of days that orders of set menus take. */
final class MealTables {

    private record OfferDay(int region, UUID offer, LocalDate day) {}

    private final CopyTable days = new CopyTable("booking.day_capacity", "region_id, offer_id, day, taken, capacity");
    private final CopyTable claims =
            new CopyTable("booking.day_claim", "region_id, order_id, line, offer_id, day, place_id, units");

    private final Map<OfferDay, Integer> taken = new LinkedHashMap<>();
    private final Map<UUID, Integer> capacities = new HashMap<>();

    /** @param bookings of days; those of times are left out */
    MealTables(List<Booking> bookings) {
        bookings.stream().filter(booking -> booking.fate().takesTime()).forEach(booking -> {
            if (booking.had() instanceof Had.Meal meal) {
                claim(booking, meal);
            }
        });
        taken.forEach((day, units) ->
                days.row(day.region(), day.offer(), day.day(), units, capacities.getOrDefault(day.offer(), units)));
    }

    List<CopyTable> tables() {
        return List.of(days, claims);
    }

    private void claim(Booking booking, Had.Meal meal) {
        var offer = booking.offer();
        taken.merge(new OfferDay(booking.region(), offer.id(), meal.day()), meal.units(), Integer::sum);
        capacities.put(offer.id(), offer.meal().orElseThrow().dailyCapacity());
        claims.row(
                booking.region(),
                booking.ids().order(),
                1,
                offer.id(),
                meal.day(),
                booking.shop().id(),
                meal.units());
    }
}
