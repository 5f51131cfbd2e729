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

    private final LotClaims lots;
    private final ClosedRooms closedRooms;
    private final Places places;
    private final Regions regions;
    private final Clock clock;

    RoomBook(LotClaims lots, ClosedRooms closedRooms, Places places, Regions regions, Clock clock) {
        this.lots = lots;
        this.closedRooms = closedRooms;
        this.places = places;
        this.regions = regions;
        this.clock = clock;
    }

    /** So many nights of each type from the first on; holds that have expired are left out. */
    public Map<ResourceId, List<RoomNight>> nights(PlaceId place, LocalDate first, int count) {
        var zone = regions.get(place.region()).zone();
        var from = first.atStartOfDay(zone).toInstant();
        var closed = closedRooms.at(place, first).stream().map(ClosedRoom::id).collect(Collectors.toSet());
        var sold = new HashMap<Lot, Integer>();
        var shut = new HashMap<Lot, Integer>();
        for (var claim : lots.at(place, from, clock.instant())) {
            (closed.contains(claim.order()) ? shut : sold).merge(claim.lot(), claim.units(), Integer::sum);
        }
        return places.resources(place).stream()
                .collect(Collectors.toMap(
                        Resource::id,
                        type -> first.datesUntil(first.plusDays(count))
                                .map(night -> {
                                    var lot = new Lot(
                                            type.id().value(),
                                            night.atStartOfDay(zone).toInstant());
                                    return new RoomNight(
                                            night, type.units(), sold.getOrDefault(lot, 0), shut.getOrDefault(lot, 0));
                                })
                                .toList()));
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
        var from = night.atStartOfDay(zone).toInstant();
        var to = night.plusDays(1).atStartOfDay(zone).toInstant();
        var closed = closedRooms.at(place, night).stream().map(ClosedRoom::id).collect(Collectors.toSet());
        return lots.at(place, from, clock.instant()).stream()
                .filter(claim -> claim.lot().start().isBefore(to) && !closed.contains(claim.order()))
                .map(LotClaim::order)
                .collect(Collectors.toSet());
    }
}
