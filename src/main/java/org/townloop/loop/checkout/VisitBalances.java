package org.townloop.loop.checkout;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Money;
import org.townloop.base.region.Regions;
import org.townloop.loop.ordering.BasketId;
import org.townloop.loop.ordering.Baskets;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.ordering.OrderState;

/** What a guest has still to pay at a place for all that they booked together for one day: they pay it in one go. */
@Component
public class VisitBalances {

    private final Balances balances;
    private final Baskets baskets;
    private final Regions regions;

    VisitBalances(Balances balances, Baskets baskets, Regions regions) {
        this.balances = balances;
        this.baskets = baskets;
        this.regions = regions;
    }

    /**
     * Of each what is open of its visit altogether; those are left out of which nothing else of their visit is open.
     *
     * @param ofOneDay at one place
     * @param left what is left of each, as {@link Balances#of(Collection)} says
     */
    public Map<OrderId, Money> of(Collection<Order> ofOneDay, Map<OrderId, Balance> left) {
        var open = new HashMap<OrderId, Money>();
        ofOneDay.stream()
                .filter(order -> order.state() != OrderState.HELD)
                .flatMap(order -> Optional.ofNullable(left.get(order.id())).stream()
                        .map(balance -> Map.entry(order.id(), balance.open())))
                .filter(amount -> amount.getValue().isPositive())
                .forEach(amount -> open.put(amount.getKey(), amount.getValue()));
        var visits = baskets.of(open.keySet()).entrySet().stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getValue, Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
        var sums = new HashMap<OrderId, Money>();
        visits.values().stream()
                .filter(pieces -> pieces.size() > 1)
                .forEach(pieces -> pieces.forEach(piece -> sums.put(piece, sum(pieces, open))));
        return sums;
    }

    /** The same of one order, whatever else the place has on that day. */
    public Optional<Money> of(Order order) {
        return baskets.of(order.id())
                .map(basket -> sameDay(order, basket))
                .map(visit -> of(visit, balances.of(visit)))
                .flatMap(sums -> Optional.ofNullable(sums.get(order.id())));
    }

    private List<Order> sameDay(Order order, BasketId basket) {
        var day = day(order);
        return baskets.get(basket).orders().stream()
                .filter(other -> other.place().equals(order.place()))
                .filter(other -> day != null && day.equals(day(other)))
                .toList();
    }

    private @Nullable LocalDate day(Order order) {
        var start = order.startsAt();
        return start == null
                ? null
                : LocalDate.ofInstant(start, regions.get(order.id().region()).zone());
    }

    private static Money sum(List<OrderId> pieces, Map<OrderId, Money> open) {
        return pieces.stream()
                .flatMap(piece -> Optional.ofNullable(open.get(piece)).stream())
                .reduce(Money::plus)
                .orElseThrow();
    }
}
