package org.townloop.supply.booking;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.RegionId;
import org.townloop.supply.booking.TakenLots.LotTaken;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.OfferId;

/** The sessions of which seats are sold, also those that their class has no more. */
@Component
public class SoldSessions {

    /** Names a session. */
    public record At(OfferId offer, Instant start) {

        /** None of what has no time. */
        public static Stream<At> of(OfferId offer, @Nullable Instant start) {
            return start == null ? Stream.empty() : Stream.of(new At(offer, start));
        }

        private Lot lot() {
            return new Lot(offer.value(), start);
        }
    }

    private final TakenLots lots;
    private final LotOrders orders;
    private final Gatherings gatherings;
    private final Clock clock;

    SoldSessions(TakenLots lots, LotOrders orders, Gatherings gatherings, Clock clock) {
        this.lots = lots;
        this.orders = orders;
        this.gatherings = gatherings;
        this.clock = clock;
    }

    /** What was promised of those of the sessions that need people. */
    public Map<At, Gathering> gatherings(Collection<At> sessions) {
        return sessions.isEmpty()
                ? Map.of()
                : named(gatherings.of(sessions.stream().map(At::lot).distinct().toList()));
    }

    /** The same of a session of which seats may be sold or not; null if it takes place however few come. */
    public @Nullable Gathering gathering(Offer offer, Instant start) {
        var known = gatherings(List.of(new At(offer.id(), start))).get(new At(offer.id(), start));
        return known == null ? Gathering.asOffered(offer, start) : known;
    }

    /** The same of all that begin at the place at the one moment or later, and before the other. */
    public Map<At, Gathering> gatherings(PlaceId place, Instant from, Instant to) {
        return named(gatherings.at(List.of(place), from, to));
    }

    /** The orders that have seats of the session. */
    public List<UUID> orders(At session) {
        return orders.ordersOf(List.of(session.lot()));
    }

    private static Map<At, Gathering> named(Map<Lot, Gathering> byLot) {
        return byLot.entrySet().stream()
                .collect(Collectors.toMap(
                        each -> new At(
                                new OfferId(each.getKey().subject()),
                                each.getKey().start()),
                        Map.Entry::getValue));
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
