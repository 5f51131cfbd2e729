package org.townloop.surface.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.People;
import org.townloop.base.identity.Person;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Point;
import org.townloop.loop.ordering.Deliveries;
import org.townloop.loop.ordering.Delivery;
import org.townloop.loop.ordering.Line;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.ordering.OrderState;
import org.townloop.loop.ordering.Orders;
import org.townloop.loop.ordering.PackingState;
import org.townloop.supply.booking.Round;
import org.townloop.supply.merchant.DeliveryBook;
import org.townloop.supply.offer.OfferId;
import org.townloop.surface.page.PointPicker;

/** Gathers the windows of a place, and what is in one of them. */
@Component
class WindowViews {

    private static final int DAYS = 8;

    private final Orders orders;
    private final Deliveries deliveries;
    private final DeliveryBook settings;
    private final People people;

    WindowViews(Orders orders, Deliveries deliveries, DeliveryBook settings, People people) {
        this.orders = orders;
        this.deliveries = deliveries;
        this.settings = settings;
        this.people = people;
    }

    /** Those that the place has, and those in which orders are although it has them no more. */
    DeliveryView ahead(Desk desk) {
        var times = desk.times();
        var today = times.today();
        var said = settings.of(desk.place().id());
        var ends = new TreeMap<Instant, Instant>();
        said.between(times.zone(), today, today.plusDays(DAYS - 1L))
                .forEach(opening -> ends.put(opening.start(), opening.end()));
        var from = today.atStartOfDay(times.zone()).toInstant();
        var there = goods(desk, from, from.plus(Duration.ofDays(DAYS)));
        there.forEach(order -> ends.putIfAbsent(start(order), end(order)));
        var packing = deliveries.of(there.stream().map(Order::id).toList());
        var byDay = new LinkedHashMap<String, List<DeliveryView.Window>>();
        ends.forEach((start, end) -> byDay.computeIfAbsent(times.longDate(times.day(start)), any -> new ArrayList<>())
                .add(window(
                        desk,
                        start,
                        end,
                        there.stream()
                                .filter(order -> start(order).equals(start))
                                .toList(),
                        packing)));
        return new DeliveryView(
                desk,
                byDay.entrySet().stream()
                        .map(day -> new DeliveryView.Day(day.getKey(), day.getValue()))
                        .toList(),
                !said.windows().isEmpty());
    }

    private static DeliveryView.Window window(
            Desk desk, Instant start, Instant end, List<Order> there, Map<OrderId, Delivery> packing) {
        var wanted = there.stream().filter(WindowViews::isWanted).toList();
        var open = wanted.stream()
                .filter(order -> order.state() == OrderState.PAID && !isPacked(packing.get(order.id())))
                .count();
        return new DeliveryView.Window(
                desk.to("/desk/delivery/window") + "&start=" + start,
                desk.times().time(start) + "–" + desk.times().time(end),
                desk.page().text("desk.delivery.orders", "count", wanted.size()),
                open == 0 ? null : desk.page().text("desk.delivery.to-pack", "count", open));
    }

    /** @param refusal of what was tried, in words */
    WindowView of(Desk desk, Instant start, @Nullable String refusal) {
        var there = goods(desk, start, start.plusNanos(1_000));
        var packing = deliveries.of(there.stream().map(Order::id).toList());
        var who = people.get(there.stream().map(Order::resident).distinct().toList());
        var wanted = there.stream().filter(WindowViews::isWanted).toList();
        var end = there.isEmpty()
                ? settings.of(desk.place().id())
                        .at(desk.times().zone(), start)
                        .map(opening -> opening.end())
                        .orElse(start)
                : end(there.getFirst());
        var brought =
                wanted.stream().filter(order -> order.first().site() != null).toList();
        return new WindowView(
                desk,
                desk.page()
                        .text(
                                "desk.delivery.window",
                                "day",
                                desk.times().longDate(desk.times().day(start)),
                                "from",
                                desk.times().time(start),
                                "to",
                                desk.times().time(end)),
                desk.times().longDate(desk.times().day(start)),
                desk.times().time(start) + "–" + desk.times().time(end),
                start.toString(),
                refusal,
                totals(desk, wanted, packing),
                round(desk, brought).stream()
                        .map(order -> parcel(desk, order, packing.get(order.id()), who))
                        .toList(),
                wanted.stream()
                        .filter(order -> order.first().site() == null)
                        .map(order -> parcel(desk, order, packing.get(order.id()), who))
                        .toList(),
                there.stream()
                        .filter(order -> !isWanted(order))
                        .map(order -> parcel(desk, order, packing.get(order.id()), who))
                        .toList(),
                (int) brought.stream()
                        .filter(order -> order.state() == OrderState.PAID && isReady(packing.get(order.id())))
                        .count());
    }

    /** Of what was paid; holds and what was never paid are left out. */
    private List<Order> goods(Desk desk, Instant from, Instant to) {
        var there = orders.at(desk.place().id(), from, to).stream()
                .filter(order -> order.paidAt() != null)
                .toList();
        var packing = deliveries.of(there.stream().map(Order::id).toList());
        return there.stream().filter(order -> packing.containsKey(order.id())).toList();
    }

    private static List<Order> round(Desk desk, List<Order> brought) {
        var base = desk.place().point();
        return base == null ? brought : Round.of(base, brought, order -> door(order, base));
    }

    private static Point door(Order order, Point otherwise) {
        var site = order.first().site();
        return site == null ? otherwise : site.point();
    }

    private static List<WindowView.Total> totals(Desk desk, List<Order> wanted, Map<OrderId, Delivery> packing) {
        Map<OfferId, List<Line>> lines = wanted.stream()
                .filter(order -> order.state() == OrderState.PAID && !isPacked(packing.get(order.id())))
                .flatMap(order -> order.lines().stream())
                .collect(Collectors.groupingBy(Line::offer, LinkedHashMap::new, Collectors.toList()));
        return lines.values().stream()
                .map(of -> new WindowView.Total(
                        desk.page().say(of.getFirst().title()),
                        of.stream().mapToInt(Line::quantity).sum()))
                .toList();
    }

    private WindowView.Parcel parcel(Desk desk, Order order, @Nullable Delivery delivery, Map<PersonId, Person> who) {
        var person = who.get(order.resident());
        var site = order.first().site();
        var state = state(order, delivery);
        return new WindowView.Parcel(
                person == null ? "" : person.name(),
                site == null ? "" : site.address(),
                site == null
                        ? null
                        : "geo:" + PointPicker.degrees(site.point().lat()) + ","
                                + PointPicker.degrees(site.point().lon()),
                order.first().answersByKey().getOrDefault("phone", ""),
                order.lines().size(),
                desk.page().money(order.total()),
                desk.page().text("desk.delivery.state." + state),
                state.equals("done") ? "good" : state.equals("off") ? "" : "wait",
                desk.to("/desk/delivery/orders/" + order.id().value()));
    }

    static String state(Order order, @Nullable Delivery delivery) {
        return switch (order.state()) {
            case FULFILLED, SETTLED -> "done";
            case CANCELLED, EXPIRED, REFUNDED -> "off";
            case HELD, PAID, DISPUTED ->
                delivery == null
                        ? "ordered"
                        : switch (delivery.state()) {
                            case ORDERED -> "ordered";
                            case PICKING -> "picking";
                            case PACKED -> "packed";
                            case ON_THE_WAY -> "on-the-way";
                        };
        };
    }

    private static boolean isWanted(Order order) {
        return switch (order.state()) {
            case PAID, FULFILLED, SETTLED, DISPUTED -> true;
            case HELD, CANCELLED, EXPIRED, REFUNDED -> false;
        };
    }

    private static boolean isPacked(@Nullable Delivery delivery) {
        return delivery != null && delivery.state().isDone();
    }

    private static boolean isReady(@Nullable Delivery delivery) {
        return delivery != null && delivery.state() == PackingState.PACKED;
    }

    private static Instant start(Order order) {
        var start = order.startsAt();
        if (start == null) {
            throw new IllegalStateException("goods without a window: " + order.id());
        }
        return start;
    }

    private static Instant end(Order order) {
        var end = order.first().endsAt();
        return end == null ? start(order) : end;
    }
}
