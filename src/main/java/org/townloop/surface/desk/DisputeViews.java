package org.townloop.surface.desk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.People;
import org.townloop.base.identity.Person;
import org.townloop.base.identity.PersonId;
import org.townloop.loop.dispute.DeskDisputes;
import org.townloop.loop.dispute.Dispute;
import org.townloop.loop.dispute.OrderDisputeState;
import org.townloop.loop.dispute.Side;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.Orders;
import org.townloop.surface.page.DisputeSheet;
import org.townloop.surface.page.Form;

/** Gathers what the desk shows of disputes. */
@Component
class DisputeViews {

    private final DeskDisputes disputes;
    private final Orders orders;
    private final People people;

    DisputeViews(DeskDisputes disputes, Orders orders, People people) {
        this.disputes = disputes;
        this.orders = orders;
        this.people = people;
    }

    static String href(Dispute dispute) {
        return "/desk/disputes/" + dispute.id().value();
    }

    DisputesView list(Desk desk, List<Dispute> seen) {
        var page = desk.page();
        var names = people.get(seen.stream().map(Dispute::resident).collect(Collectors.toSet()));
        var about = seen.isEmpty()
                ? Map.<Object, Order>of()
                : Map.<Object, Order>copyOf(
                        orders.get(seen.stream().map(Dispute::order).collect(Collectors.toSet())));
        return new DisputesView(
                desk,
                seen.stream()
                        .map(dispute -> new DisputesView.Entry(
                                href(dispute),
                                Optional.ofNullable(about.get(dispute.order()))
                                        .map(order -> page.say(order.title()))
                                        .orElse(""),
                                name(names, dispute),
                                DisputeSheet.about(page, dispute),
                                DisputeSheet.wanted(page, dispute),
                                desk.times().ago(dispute.openedAt()),
                                dispute.state() == OrderDisputeState.OPEN && dispute.dueAt() != null
                                        ? desk.times().moment(dispute.dueAt())
                                        : null,
                                DisputeSheet.state(page, dispute.state()),
                                DisputeSheet.tone(dispute.state())))
                        .toList());
    }

    DisputeView of(Desk desk, Actor actor, Dispute dispute, Form form, List<String> photos) {
        var page = desk.page();
        var order = orders.get(dispute.order());
        var who = name(people.get(List.of(dispute.resident())), dispute);
        var reader = new DisputeSheet.Reader(Side.MERCHANT, who, desk.name(), href(dispute));
        var start = order.startsAt();
        return new DisputeView(
                desk,
                form,
                href(dispute),
                page.say(order.title()),
                start == null ? who : who + " · " + desk.times().moment(start),
                DisputeSheet.of(
                        page,
                        desk.times(),
                        dispute,
                        disputes.words(actor, dispute.id()),
                        disputes.decisions(actor, dispute.id()),
                        reader),
                page.money(disputes.most(dispute)),
                dispute.state() == OrderDisputeState.OPEN,
                dispute.state() != OrderDisputeState.OPEN && dispute.state().isHeard(),
                dispute.state() == OrderDisputeState.DECIDED,
                photos);
    }

    private static String name(Map<PersonId, Person> names, Dispute dispute) {
        var person = names.get(dispute.resident());
        return person == null ? "" : person.name();
    }
}
