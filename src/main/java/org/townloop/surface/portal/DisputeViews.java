package org.townloop.surface.portal;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.People;
import org.townloop.base.kernel.Money;
import org.townloop.base.region.Regions;
import org.townloop.loop.dispute.Dispute;
import org.townloop.loop.dispute.DisputeTerms;
import org.townloop.loop.dispute.OrderDisputeState;
import org.townloop.loop.dispute.ResidentDisputes;
import org.townloop.loop.dispute.Side;
import org.townloop.loop.ordering.Order;
import org.townloop.supply.merchant.Places;
import org.townloop.surface.page.DisputeSheet;
import org.townloop.surface.page.Form;
import org.townloop.surface.page.Page;

/** Gathers what a resident sees of the dispute about an order. */
@Component
class DisputeViews {

    private final ResidentDisputes disputes;
    private final DisputeTerms terms;
    private final Places places;
    private final People people;
    private final Regions regions;

    DisputeViews(ResidentDisputes disputes, DisputeTerms terms, Places places, People people, Regions regions) {
        this.disputes = disputes;
        this.terms = terms;
        this.places = places;
        this.people = people;
        this.regions = regions;
    }

    static String href(Order order) {
        return "/orders/" + order.id().value() + "/dispute";
    }

    /** What leads there from the order: nothing if there is nothing to object to and nobody has. */
    Optional<OrderView.Objection> link(Page page, Order order) {
        var until = disputes.openUntil(order);
        if (until.isPresent()) {
            var times = page.times().in(regions.get(order.id().region()).zone());
            return Optional.of(new OrderView.Objection(href(order), times.moment(until.get())));
        }
        return disputes.isThere(order) ? Optional.of(new OrderView.Objection(href(order), null)) : Optional.empty();
    }

    DisputeView of(Page page, Actor actor, Order order, Form form, List<String> photos) {
        var times = page.times().in(regions.get(order.id().region()).zone());
        var all = disputes.of(actor, order.id());
        var isOpenable = disputes.openUntil(order).isPresent();
        var now = all.isEmpty() ? null : all.getFirst();
        var place = page.say(places.get(order.place()).name());
        var reader = new DisputeSheet.Reader(
                Side.RESIDENT,
                people.get(order.resident()).name(),
                place,
                now == null ? "" : "/disputes/" + now.id().value());
        @Nullable Dispute offered = now != null && now.state() == OrderDisputeState.ANSWERED ? now : null;
        return new DisputeView(
                page,
                form,
                href(order),
                "/orders/" + order.id().value(),
                page.say(order.title()),
                place,
                isOpenable
                        ? new DisputeView.Opening(
                                page.money(disputes.most(order)), terms.answer().toHours())
                        : null,
                now == null
                        ? null
                        : DisputeSheet.of(
                                page,
                                times,
                                now,
                                disputes.words(actor, now.id()),
                                disputes.decisions(actor, now.id()),
                                reader),
                offered == null ? null : page.text("portal.dispute.accept", "offer", DisputeSheet.offer(page, offered)),
                offered == null ? "" : offer(offered),
                now != null && now.state().isHeard(),
                now != null && now.state().isOpen(),
                now != null && now.state() == OrderDisputeState.DECIDED,
                photos,
                all.stream()
                        .skip(1)
                        .map(each -> page.text(
                                "portal.dispute.earlier",
                                "state",
                                DisputeSheet.state(page, each.state()),
                                "when",
                                times.moment(each.openedAt())))
                        .toList());
    }

    private static String offer(Dispute dispute) {
        var offer = dispute.offer();
        return offer == null
                ? ""
                : offer.redo() ? "redo" : Long.toString(offer.amount().minor());
    }

    /** The offer that was read, as the form has it. */
    static Dispute.Offered read(Dispute dispute, String offer) {
        var currency = dispute.wantedAmount().currency();
        return new Dispute.Offered(
                offer.equals("redo"), new Money(offer.matches("[0-9]{1,15}") ? Long.parseLong(offer) : 0, currency));
    }
}
