package org.townloop.supply.booking;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.townloop.supply.merchant.OpeningHours;
import org.townloop.supply.merchant.PlaceId;

/** On which days of the year ahead a place is closed although it may be open on that weekday: read when first asked. */
final class ClosedDays {

    private final OpeningHours hours;
    private final PlaceId place;
    private final LocalDate today;
    private volatile @Nullable Set<LocalDate> days;

    ClosedDays(OpeningHours hours, PlaceId place, LocalDate today) {
        this.hours = hours;
        this.place = place;
        this.today = today;
    }

    boolean contains(LocalDate day) {
        var known = days;
        if (known == null) {
            known = hours.closedDays(place, today, today.plusDays(Roster.YEAR));
            days = known;
        }
        return known.contains(day);
    }
}
