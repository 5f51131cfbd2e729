package org.townloop.supply.booking;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.util.function.SingletonSupplier;
import org.townloop.supply.merchant.OpeningHours;
import org.townloop.supply.merchant.PlaceId;

/**
 * On which days of the year ahead a place does not open at all. Read when first asked, for all places whose rosters were
 * read together: a search asks about many houses, one after the other.
 */
final class ClosedDays {

    private final PlaceId place;
    private final Supplier<Map<PlaceId, Set<LocalDate>>> year;

    private ClosedDays(PlaceId place, Supplier<Map<PlaceId, Set<LocalDate>>> year) {
        this.place = place;
        this.year = year;
    }

    /** A year begins with the first day of each place's own time. */
    static Map<PlaceId, ClosedDays> of(OpeningHours hours, Map<PlaceId, Timeline> timelines) {
        var places = Set.copyOf(timelines.keySet());
        var days = timelines.values().stream().map(Timeline::today).collect(Collectors.toCollection(TreeSet::new));
        var year = SingletonSupplier.of(() -> read(hours, places, days));
        return places.stream().collect(Collectors.toMap(place -> place, place -> new ClosedDays(place, year)));
    }

    private static Map<PlaceId, Set<LocalDate>> read(
            OpeningHours hours, Collection<PlaceId> places, TreeSet<LocalDate> first) {
        return hours.shutDays(places, first.getFirst(), first.getLast().plusDays(Roster.YEAR));
    }

    /**
     * The same, read now. Whoever keeps them must not have them read later, by somebody who has changed something and then rolls
     * back.
     */
    ClosedDays known() {
        var days = year.get().getOrDefault(place, Set.of());
        return new ClosedDays(place, () -> Map.of(place, days));
    }

    boolean contains(LocalDate day) {
        return year.get().getOrDefault(place, Set.of()).contains(day);
    }
}
