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

    /** @param first the day of each place's clock on which its year begins */
    static Map<PlaceId, ClosedDays> of(OpeningHours hours, Map<PlaceId, LocalDate> first) {
        var places = Set.copyOf(first.keySet());
        var days = new TreeSet<>(first.values());
        var year = SingletonSupplier.of(() -> read(hours, places, days));
        return places.stream().collect(Collectors.toMap(place -> place, place -> new ClosedDays(place, year)));
    }

    private static Map<PlaceId, Set<LocalDate>> read(
            OpeningHours hours, Collection<PlaceId> places, TreeSet<LocalDate> first) {
        return hours.shutDays(places, first.getFirst(), first.getLast().plusDays(Roster.YEAR));
    }

    boolean contains(LocalDate day) {
        return year.get().getOrDefault(place, Set.of()).contains(day);
    }
}
