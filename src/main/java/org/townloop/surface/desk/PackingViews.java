package org.townloop.surface.desk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.OfferId;
import org.townloop.supply.offer.Offers;
import org.townloop.supply.pack.PackId;
import org.townloop.supply.pack.Packs;
import org.townloop.surface.page.Form;
import org.townloop.surface.page.Page;

/** Gathers what the page shows on which an order is packed. */
@Component
class PackingViews {

    private record PackVersion(PackId pack, int version) {}

    private final Deliveries deliveries;
    private final Offers offers;
    private final Packs packs;
    private final People people;

    PackingViews(Deliveries deliveries, Offers offers, Packs packs, People people) {
        this.deliveries = deliveries;
        this.offers = offers;
        this.packs = packs;
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
        var open = order.state() == OrderState.PAID && !isPacked(delivery);
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
                open,
                rows(desk, order, packed, form, open));
    }

    private List<PackingView.Row> rows(
            Desk desk, Order order, Map<Integer, PackedLine> packed, Form form, boolean open) {
        var sold = offers.at(order.place());
        var instead = open ? instead(desk.page(), order, sold) : Map.<OfferId, List<PackingView.Group>>of();
        return order.lines().stream()
                .map(line -> row(
                        desk,
                        line,
                        packed.get(line.line()),
                        open ? "" : said(desk.page(), form, line, sold),
                        instead.getOrDefault(line.offer(), List.of())))
                .toList();
    }

    /** For those in whose place something else may be packed: made once for all that are of one pack. */
    private Map<OfferId, List<PackingView.Group>> instead(Page page, Order order, List<Offer> sold) {
        var missing = offers.get(order.lines().stream()
                .filter(line -> Substitution.of(line) != Substitution.LEAVE_OUT)
                .map(Line::offer)
                .toList());
        var others = new HashMap<PackVersion, OtherArticles>();
        return missing.values().stream()
                .collect(Collectors.toMap(
                        Offer::id,
                        offer -> others.computeIfAbsent(
                                        new PackVersion(offer.pack(), offer.packVersion()),
                                        of -> new OtherArticles(page, packs.get(of.pack(), of.version()), sold))
                                .insteadOf(offer)));
    }

    /** Somebody else was first: what was typed stays to be read, since it is what lies in the bag. */
    private static String said(Page page, Form form, Line line, List<Offer> sold) {
        var packed = form.value("packed." + line.line());
        if (form.refusal() == null || packed.isEmpty()) {
            return "";
        }
        var other = form.value("other." + line.line());
        var title = sold.stream()
                .filter(offer -> offer.id().value().toString().equals(other))
                .map(offer -> page.say(offer.title()))
                .findFirst()
                .orElse("");
        return page.text(
                "desk.delivery.said",
                "instead",
                title.isEmpty() ? "no" : "yes",
                "packed",
                packed,
                "others",
                form.value("others." + line.line()),
                "other",
                title);
    }

    private static PackingView.Row row(
            Desk desk, Line line, @Nullable PackedLine packed, String said, List<PackingView.Group> others) {
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
                packed == null ? "" : done(desk, packed),
                said,
                others);
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
