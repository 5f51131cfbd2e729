package org.townloop.surface.office;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.townloop.loop.feedback.ReviewCounts;
import org.townloop.loop.ordering.OrderCounts;
import org.townloop.loop.visit.VisitCounts;
import org.townloop.supply.merchant.Place;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.merchant.Places;

/** Puts together what orders, visits and reviews count, by place; sums are made of that. */
@Component
class Flows {

    /** The flow at each place in which anything happened. */
    record ByPlace(Map<PlaceId, Flow> flows, Map<PlaceId, Place> places) {

        Flow total() {
            return flows.values().stream().reduce(Flow.NONE, Flow::plus);
        }

        /** Sums of what the places have in common. */
        <K> Map<K, Flow> by(Function<Place, K> trait) {
            return flows.entrySet().stream()
                    .filter(entry -> places.containsKey(entry.getKey()))
                    .collect(Collectors.groupingBy(
                            entry -> trait.apply(Objects.requireNonNull(places.get(entry.getKey()))),
                            Collectors.reducing(Flow.NONE, Map.Entry::getValue, Flow::plus)));
        }
    }

    private final OrderCounts orders;
    private final VisitCounts visits;
    private final ReviewCounts reviews;
    private final Places places;

    Flows(OrderCounts orders, VisitCounts visits, ReviewCounts reviews, Places places) {
        this.orders = orders;
        this.visits = visits;
        this.reviews = reviews;
        this.places = places;
    }

    ByPlace of(Office office) {
        var regions = office.within();
        var flows = new HashMap<PlaceId, Flow>();
        orders.of(regions, office.from(), office.to())
                .forEach(count -> flows.merge(count.place(), Flow.orders(count), Flow::plus));
        visits.of(regions, office.from(), office.to())
                .forEach(count -> flows.merge(count.place(), Flow.visits(count.visits()), Flow::plus));
        reviews.of(regions, office.from(), office.to())
                .forEach(count -> flows.merge(count.place(), Flow.reviews(count.reviewed()), Flow::plus));
        flows.values().removeIf(Flow::isEmpty);
        return new ByPlace(flows, places.get(flows.keySet()));
    }
}
