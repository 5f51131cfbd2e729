package org.townloop.supply.booking;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.townloop.base.region.Regions;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.merchant.Places;
import org.townloop.supply.merchant.Resource;
import org.townloop.supply.merchant.ResourceId;

/** The nights of a house as it sees them: what is sold of each type, what is closed, and which orders sleep there. */
@Component
public class RoomBook {

    private final TakenLots lots;
    private final Places places;
    private final Regions regions;
    private final Clock clock;

    RoomBook(TakenLots lots, Places places, Regions regions, Clock clock) {
        this.lots = lots;
        this.places = places;
        this.regions = regions;
        this.clock = clock;
    }

    /** So many nights of each type from the first on; holds that have expired are left out. */
    public Map<ResourceId, List<RoomNight>> nights(PlaceId place, LocalDate first, int count) {
        var zone = regions.get(place.region()).zone();
        var from = first.atStartOfDay(zone).toInstant();
        var to = first.plusDays(count).atStartOfDay(zone).toInstant();
        var taken = TakenLots.byLot(lots.at(List.of(place), from, to, clock.instant()));
        var shut = TakenLots.byLot(lots.closed(List.of(place), from, to));
        return places.resources(place).stream()
                .collect(Collectors.toMap(
                        Resource::id,
                        type -> first.datesUntil(first.plusDays(count))
                                .map(night -> {
                                    var lot = new Lot(
                                            type.id().value(),
                                            night.atStartOfDay(zone).toInstant());
                                    var closed = shut.getOrDefault(lot, 0);
                                    return new RoomNight(
                                            night, type.units(), taken.getOrDefault(lot, 0) - closed, closed);
                                })
                                .toList(),
                        (one, same) -> one,
                        HashMap::new));
    }

    /** The nights of the year ahead of which more is sold or closed than there is, by type. */
    public Map<ResourceId, List<RoomNight>> over(PlaceId place) {
        var today =
                LocalDate.ofInstant(clock.instant(), regions.get(place.region()).zone());
        var over = nights(place, today, Roster.YEAR);
        over.replaceAll((type, nights) ->
                nights.stream().filter(night -> night.missing() > 0).toList());
        over.values().removeIf(List::isEmpty);
        return over;
    }

    /** How many rooms are sold or closed in the nights ahead that there are not, in the worst of them. */
    public int missing(PlaceId place, LocalDate first, int count) {
        return nights(place, first, count).values().stream()
                .flatMap(List::stream)
                .mapToInt(RoomNight::missing)
                .max()
                .orElse(0);
    }

    /** The orders that sleep there in the night of that day. */
    public Set<UUID> sleeping(PlaceId place, LocalDate night) {
        var zone = regions.get(place.region()).zone();
        return lots.orders(
                place,
                night.atStartOfDay(zone).toInstant(),
                night.plusDays(1).atStartOfDay(zone).toInstant(),
                clock.instant());
    }
}
