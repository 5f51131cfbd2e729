package org.townloop.supply.booking;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.townloop.base.region.Regions;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.merchant.TimeSpan;

/** What is taken, for those who work there and those who booked. */
@Component
public class Calendar {

    private final Claims claims;
    private final Regions regions;
    private final Clock clock;

    Calendar(Claims claims, Regions regions, Clock clock) {
        this.claims = claims;
        this.regions = regions;
        this.clock = clock;
    }

    /** What is held or booked at the place at some time of that local day, by time; expired holds are left out. */
    public List<Claimed> day(PlaceId place, LocalDate day) {
        var zone = regions.get(place.region()).zone();
        var span = new TimeSpan(
                day.atStartOfDay(zone).toInstant(),
                day.plusDays(1).atStartOfDay(zone).toInstant());
        return claims.taken(List.of(place), span, clock.instant());
    }

    /** What each of the orders holds or has booked, by line, staff before resources; an order without any is not there. */
    public Map<UUID, List<Claimed>> of(Collection<UUID> orders) {
        return orders.isEmpty() ? Map.of() : claims.of(orders).stream().collect(Collectors.groupingBy(Claimed::order));
    }
}
