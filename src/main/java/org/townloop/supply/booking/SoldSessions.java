package org.townloop.supply.booking;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.RegionId;
import org.townloop.supply.booking.TakenLots.LotTaken;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.offer.OfferId;

/** The sessions of which seats are sold, also those that their class has no more. */
@Component
public class SoldSessions {

    private final TakenLots lots;
    private final Clock clock;

    SoldSessions(TakenLots lots, Clock clock) {
        this.lots = lots;
        this.clock = clock;
    }

    /** When the sessions begin of which something is sold or held, from the one moment on and before the other. */
    public Map<OfferId, Set<Instant>> between(PlaceId place, Instant from, Instant to) {
        return lots.at(List.of(place), from, to, clock.instant()).stream()
                .map(LotTaken::lot)
                .filter(lot -> RegionId.isIn(lot.subject()))
                .collect(Collectors.groupingBy(
                        lot -> new OfferId(lot.subject()),
                        Collectors.mapping(Lot::start, Collectors.toCollection(TreeSet::new))));
    }
}
