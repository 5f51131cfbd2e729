package org.townloop.surface.desk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.townloop.loop.ordering.BasketId;
import org.townloop.loop.ordering.Baskets;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.visit.Appointment;

/** Which of a day's appointments belong together: what somebody booked at once for this day at this place is one visit. */
@Component
class VisitParts {

    /** The first is number 1. */
    record Part(int number, int of) {}

    private final Baskets baskets;

    VisitParts(Baskets baskets) {
        this.baskets = baskets;
    }

    /** @param day in the order of time; what was booked alone, or called off, is part of nothing */
    Map<OrderId, Part> of(List<Appointment> day) {
        var coming = day.stream()
                .filter(each -> !each.order().state().isOff())
                .map(each -> each.order().id())
                .distinct()
                .toList();
        var basket = baskets.of(coming);
        var together = new LinkedHashMap<BasketId, List<OrderId>>();
        for (var order : coming) {
            var of = basket.get(order);
            if (of != null) {
                together.computeIfAbsent(of, id -> new ArrayList<>()).add(order);
            }
        }
        var parts = new HashMap<OrderId, Part>();
        together.values().stream()
                .filter(orders -> orders.size() > 1)
                .forEach(orders ->
                        orders.forEach(order -> parts.put(order, new Part(orders.indexOf(order) + 1, orders.size()))));
        return parts;
    }
}
