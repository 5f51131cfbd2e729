package org.townloop.loop.checkout;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.People;
import org.townloop.loop.deal.DealId;
import org.townloop.loop.deal.DealState;
import org.townloop.loop.deal.Deals;
import org.townloop.loop.feedback.Reviews;
import org.townloop.loop.ordering.Baskets;
import org.townloop.loop.ordering.Cancellation;
import org.townloop.loop.ordering.CancellationCause;
import org.townloop.loop.ordering.Cancellations;
import org.townloop.loop.ordering.Line;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.ordering.Orders;
import org.townloop.loop.ordering.PayLinks;
import org.townloop.loop.visit.Visit;
import org.townloop.loop.visit.VisitId;
import org.townloop.loop.visit.Visits;
import org.townloop.supply.booking.Gathering;
import org.townloop.supply.booking.SessionState;
import org.townloop.supply.booking.SoldSessions;
import org.townloop.supply.merchant.Places;
import org.townloop.supply.offer.Offers;

/** Reads what is around orders, by a handful of statements however many there are. */
@Component
class Surroundings {

    private final Orders orders;
    private final Baskets baskets;
    private final Cancellations cancellations;
    private final Balances balances;
    private final PayLinks links;
    private final Visits visits;
    private final Reviews reviews;
    private final Places places;
    private final Offers offers;
    private final SoldSessions sessions;
    private final People people;
    private final Deals deals;

    Surroundings(
            Orders orders,
            Baskets baskets,
            Cancellations cancellations,
            Balances balances,
            PayLinks links,
            Visits visits,
            Reviews reviews,
            Places places,
            Offers offers,
            SoldSessions sessions,
            People people,
            Deals deals) {
        this.orders = orders;
        this.baskets = baskets;
        this.cancellations = cancellations;
        this.balances = balances;
        this.links = links;
        this.visits = visits;
        this.reviews = reviews;
        this.places = places;
        this.offers = offers;
        this.sessions = sessions;
        this.people = people;
        this.deals = deals;
    }

    /**
     * @param visited of which orders it matters whether they were reviewed
     * @param spokenOf visits that were reviewed or answered
     */
    AroundOrders of(Set<OrderId> ids, Set<OrderId> visited, Set<VisitId> spokenOf) {
        var together = ids.isEmpty() ? PaidTogether.NONE : together(ids);
        var all = new HashSet<>(ids);
        together.orders().values().forEach(all::addAll);
        var known = all.isEmpty() ? Map.<OrderId, Order>of() : orders.get(all);
        var visit = spokenOf.isEmpty() ? Map.<VisitId, Visit>of() : visits.get(spokenOf);
        var calledOff = known.isEmpty() ? Map.<OrderId, Cancellation>of() : cancellations.of(known.keySet());
        return new AroundOrders(
                known,
                balances.of(known.values()),
                together,
                visit,
                places.get(Stream.concat(
                                known.values().stream().map(Order::place),
                                visit.values().stream().map(Visit::place))
                        .collect(Collectors.toSet())),
                offers.versions(each(known.values(), AroundOrders::sold)),
                known.isEmpty()
                        ? Map.of()
                        : people.merchantsPeople(
                                each(known.values(), order -> order.merchant().value())),
                known.isEmpty() ? Map.of() : links.sealed(ids),
                calledOff,
                tooFew(known, calledOff),
                reviewed(visited));
    }

    private Map<OrderId, Gathering> tooFew(Map<OrderId, Order> known, Map<OrderId, Cancellation> calledOff) {
        var at = new HashMap<OrderId, SoldSessions.At>();
        calledOff.forEach((id, cancellation) -> {
            var order = known.get(id);
            if (cancellation.cause() == CancellationCause.TOO_FEW && order != null && order.startsAt() != null) {
                at.put(id, new SoldSessions.At(order.first().offer(), order.startsAt()));
            }
        });
        var gatherings = sessions.gatherings(at.values());
        at.values().retainAll(gatherings.keySet());
        var tooFew = new HashMap<OrderId, Gathering>();
        at.forEach((id, session) -> tooFew.put(id, Objects.requireNonNull(gatherings.get(session))));
        calledOff.forEach((id, cancellation) -> {
            if (cancellation.cause() == CancellationCause.TOO_FEW) {
                ofDeal(known.get(id)).ifPresent(deal -> tooFew.put(id, deal));
            }
        });
        return tooFew;
    }

    /** How many a deal would have needed that was called off with the order. */
    private Optional<Gathering> ofDeal(@Nullable Order order) {
        return (order == null ? List.<Line>of() : order.lines())
                .stream()
                        .flatMap(line -> Stream.ofNullable(line.deal()))
                        .map(id -> deals.get(new DealId(id)))
                        .filter(deal -> deal.state() == DealState.CALLED_OFF)
                        .findFirst()
                        .map(deal -> new Gathering(
                                Objects.requireNonNullElse(deal.least(), 0),
                                Objects.requireNonNullElse(deal.sold(), 0),
                                deal.closesAt(),
                                SessionState.CALLED_OFF,
                                deal.closesAt()));
    }

    private PaidTogether together(Set<OrderId> ids) {
        var held = baskets.of(ids);
        return held.isEmpty() ? PaidTogether.NONE : new PaidTogether(held, baskets.orders(Set.copyOf(held.values())));
    }

    private Set<OrderId> reviewed(Set<OrderId> visited) {
        if (visited.isEmpty()) {
            return Set.of();
        }
        var had = visits.of(visited);
        var said = reviews.of(had.stream().map(visit -> visit.id().value()).toList());
        return had.stream()
                .filter(visit -> said.containsKey(visit.id().value()))
                .map(Visit::order)
                .collect(Collectors.toSet());
    }

    private static <T> Set<T> each(Collection<Order> orders, Function<Order, T> field) {
        return orders.stream().map(field).collect(Collectors.toSet());
    }
}
