package org.townloop.surface.desk;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.People;
import org.townloop.loop.checkout.Substitution;
import org.townloop.loop.ordering.Deliveries;
import org.townloop.loop.ordering.Delivery;
import org.townloop.loop.ordering.Line;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderState;
import org.townloop.loop.ordering.PackedLine;
import org.townloop.supply.offer.Offers;
import org.townloop.surface.page.Form;

/** Gathers what the page shows on which an order is packed. */
@Component
class PackingViews {

    private final Deliveries deliveries;
    private final Offers offers;
    private final People people;

    PackingViews(Deliveries deliveries, Offers offers, People people) {
        this.deliveries = deliveries;
        this.offers = offers;
        this.people = people;
    }

    PackingView of(Desk desk, Order order, Form form) {
        var page = desk.page();
        var delivery = deliveries.of(order.id()).orElse(null);
        var packed = deliveries.packed(List.of(order.id())).getOrDefault(order.id(), Map.of());
        var person = people.get(List.of(order.resident())).get(order.resident());
        var site = order.first().site();
        var start = order.startsAt();
        var end = order.first().endsAt();
        return new PackingView(
                desk,
                form,
                "/desk/delivery/orders/" + order.id().value(),
                desk.to("/desk/delivery/window") + "&start=" + start,
                start == null || end == null ? "" : desk.times().span(start, end),
                person == null ? "" : person.name(),
                order.first().answersByKey().getOrDefault("phone", ""),
                site == null ? page.text("desk.delivery.fetched") : site.address(),
                page.text("desk.delivery.state." + WindowViews.state(order, delivery)),
                delivery != null && delivery.state().isBegun(),
                order.state() == OrderState.PAID && !isPacked(delivery),
                order.lines().stream()
                        .map(line -> row(desk, line, packed.get(line.line())))
                        .toList(),
                offers.at(order.place()).stream()
                        .filter(offer -> offer.article() != null)
                        .map(offer -> new PackingView.Other(
                                offer.id().value().toString(),
                                page.text(
                                        "desk.delivery.other",
                                        "title",
                                        page.say(offer.title()),
                                        "price",
                                        page.money(offer.price()))))
                        .toList());
    }

    private static PackingView.Row row(Desk desk, Line line, @Nullable PackedLine packed) {
        var page = desk.page();
        var wish = Substitution.of(line);
        return new PackingView.Row(
                line.line(),
                line.offer().value().toString(),
                page.say(line.title()),
                line.quantity(),
                page.money(line.unit()),
                page.text("page.if-missing." + wish.code()),
                wish != Substitution.LEAVE_OUT,
                packed == null ? "" : done(desk, packed));
    }

    private static String done(Desk desk, PackedLine packed) {
        var other = packed.other();
        return other == null
                ? desk.page()
                        .text(
                                "desk.delivery.packed-of",
                                "count",
                                packed.quantity(),
                                "amount",
                                desk.page().money(packed.charged()))
                : desk.page()
                        .text(
                                "desk.delivery.packed-other",
                                "count",
                                packed.quantity(),
                                "others",
                                other.quantity(),
                                "other",
                                desk.page().say(other.title()),
                                "amount",
                                desk.page().money(packed.charged()));
    }

    private static boolean isPacked(@Nullable Delivery delivery) {
        return delivery != null && delivery.state().isDone();
    }
}
