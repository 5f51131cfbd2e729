package org.townloop.surface.office;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.loop.feedback.ReviewCounts;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderCounts;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.ordering.Orders;
import org.townloop.loop.ordering.Pays;
import org.townloop.loop.ordering.Stage;
import org.townloop.loop.visit.Visit;
import org.townloop.loop.visit.VisitCounts;
import org.townloop.loop.visit.VisitId;
import org.townloop.supply.merchant.Place;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.merchant.Places;
import org.townloop.supply.pack.Packs;

/** Reads a page of the list behind a number. */
@Component
class Lists {

    private static final int SHOWN = 50;

    private final OrderCounts orderCounts;
    private final VisitCounts visitCounts;
    private final ReviewCounts reviewCounts;
    private final Orders orders;
    private final Places places;
    private final Packs packs;

    Lists(
            OrderCounts orderCounts,
            VisitCounts visitCounts,
            ReviewCounts reviewCounts,
            Orders orders,
            Places places,
            Packs packs) {
        this.orderCounts = orderCounts;
        this.visitCounts = visitCounts;
        this.reviewCounts = reviewCounts;
        this.orders = orders;
        this.places = places;
        this.packs = packs;
    }

    ListView of(Office office, Flow.Kind kind, ListPage.Narrowed narrowed, @Nullable UUID before) {
        var stage = kind.stage();
        return stage == null ? visits(office, kind, narrowed, before) : orders(office, kind, stage, narrowed, before);
    }

    Place place(PlaceId id) {
        return places.get(id);
    }

    String trade(Office office, String trade) {
        return office.page().say(packs.trade(trade).name());
    }

    private ListView orders(
            Office office, Flow.Kind kind, Stage stage, ListPage.Narrowed narrowed, @Nullable UUID before) {
        var found = orderCounts.behind(
                stage,
                narrowed.regions(),
                narrowed.places(),
                office.from(),
                office.to(),
                before == null ? null : new OrderId(before),
                SHOWN);
        var at = places(found.stream().map(Order::place).toList());
        return view(
                office,
                kind,
                narrowed,
                found.stream().map(order -> row(office, order, at)).toList(),
                found.size() < SHOWN ? null : found.getLast().id().value());
    }

    private ListView visits(Office office, Flow.Kind kind, ListPage.Narrowed narrowed, @Nullable UUID before) {
        var last = before == null ? null : new VisitId(before);
        var found = kind == Flow.Kind.VISITED
                ? visitCounts.behind(narrowed.regions(), narrowed.places(), office.from(), office.to(), last, SHOWN)
                : reviewCounts.behind(
                        kind == Flow.Kind.REVIEWED,
                        narrowed.regions(),
                        narrowed.places(),
                        office.from(),
                        office.to(),
                        last,
                        SHOWN);
        var at = places(found.stream().map(Visit::place).toList());
        var sold = found.isEmpty()
                ? Map.<OrderId, Order>of()
                : orders.get(found.stream().map(Visit::order).collect(Collectors.toSet()));
        return view(
                office,
                kind,
                narrowed,
                found.stream()
                        .map(visit -> row(office, visit, sold.get(visit.order()), at))
                        .toList(),
                found.size() < SHOWN ? null : found.getLast().id().value());
    }

    private Map<PlaceId, Place> places(Collection<PlaceId> ids) {
        return places.get(Set.copyOf(ids));
    }

    private static ListView view(
            Office office, Flow.Kind kind, ListPage.Narrowed narrowed, List<ListView.Row> rows, @Nullable UUID last) {
        var address = FlowRow.href(office, kind, narrowed.address());
        return new ListView(office, kind, narrowed.words(), rows, last == null ? null : address + "&before=" + last);
    }

    private static ListView.Row row(Office office, Order order, Map<PlaceId, Place> at) {
        var start = order.startsAt();
        return new ListView.Row(
                office.times().moment(order.createdAt()),
                name(office, at.get(order.place())),
                office.page().say(order.title()),
                start == null ? "" : office.times().moment(start),
                office.page().money(order.total()),
                order.state().name(),
                order.pays() == Pays.SHOP);
    }

    private static ListView.Row row(Office office, Visit visit, @Nullable Order order, Map<PlaceId, Place> at) {
        return new ListView.Row(
                office.times().moment(visit.visitedAt()),
                name(office, at.get(visit.place())),
                order == null ? "" : office.page().say(order.title()),
                "",
                order == null ? "" : office.page().money(order.total()),
                order == null ? "" : order.state().name(),
                order != null && order.pays() == Pays.SHOP);
    }

    private static String name(Office office, @Nullable Place place) {
        return place == null ? "" : office.page().say(place.name());
    }
}
