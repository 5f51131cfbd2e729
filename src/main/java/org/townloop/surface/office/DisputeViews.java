package org.townloop.surface.office;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.People;
import org.townloop.base.kernel.Money;
import org.townloop.loop.dispute.Dispute;
import org.townloop.loop.dispute.DisputeTerms;
import org.townloop.loop.dispute.NewDecision;
import org.townloop.loop.dispute.OfficeDisputes;
import org.townloop.loop.dispute.OrderDisputeState;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.ordering.Orders;
import org.townloop.loop.voucher.OrderScan;
import org.townloop.loop.voucher.OrderScans;
import org.townloop.supply.merchant.Places;
import org.townloop.surface.page.DisputeSheet;
import org.townloop.surface.page.Form;
import org.townloop.surface.page.Page;

/** Gathers what an operator sees of disputes. */
@Component
class DisputeViews {

    private static final int SHOWN = 100;

    private final OfficeDisputes disputes;
    private final DisputeTerms terms;
    private final Orders orders;
    private final OrderScans scans;
    private final Places places;
    private final People people;

    DisputeViews(
            OfficeDisputes disputes,
            DisputeTerms terms,
            Orders orders,
            OrderScans scans,
            Places places,
            People people) {
        this.disputes = disputes;
        this.terms = terms;
        this.orders = orders;
        this.scans = scans;
        this.places = places;
        this.people = people;
    }

    DisputesView list(Office office, Form form) {
        return new DisputesView(
                office,
                form,
                entries(office, disputes.waiting(office.within(), SHOWN)),
                entries(office, disputes.others(office.within(), SHOWN)),
                terms.days(office.region().id()));
    }

    private List<DisputesView.Entry> entries(Office office, List<Dispute> seen) {
        if (seen.isEmpty()) {
            return List.of();
        }
        var page = office.page();
        Map<OrderId, Order> about = orders.get(seen.stream().map(Dispute::order).collect(Collectors.toSet()));
        var at = places.get(seen.stream().map(Dispute::place).collect(Collectors.toSet()));
        var names = people.get(seen.stream().map(Dispute::resident).collect(Collectors.toSet()));
        return seen.stream()
                .map(dispute -> {
                    var order = about.get(dispute.order());
                    var place = at.get(dispute.place());
                    var resident = names.get(dispute.resident());
                    return new DisputesView.Entry(
                            href(office, dispute),
                            order == null ? "" : page.say(order.title()),
                            parties(
                                    page,
                                    resident == null ? "" : resident.name(),
                                    place == null ? "" : page.say(place.name())),
                            DisputeSheet.about(page, dispute),
                            DisputeSheet.wanted(page, dispute),
                            office.times().ago(dispute.openedAt()),
                            DisputeSheet.state(page, dispute.state()),
                            DisputeSheet.tone(dispute.state()));
                })
                .toList();
    }

    static String href(Office office, Dispute dispute) {
        return office.to("/office/disputes/" + dispute.id().value());
    }

    DisputeView of(Office office, Actor operator, Dispute dispute, Form form, @Nullable NewDecision asked) {
        var page = office.page();
        var order = orders.get(dispute.order());
        var place = page.say(places.get(dispute.place()).name());
        var resident = people.get(dispute.resident()).name();
        var refusal = disputes.refusal(operator, dispute);
        return new DisputeView(
                office,
                form,
                "/office/disputes/" + dispute.id().value(),
                DisputeSheet.of(
                        page,
                        office.times(),
                        dispute,
                        disputes.words(operator, dispute.id()),
                        disputes.decisions(operator, dispute.id()),
                        new DisputeSheet.Reader(
                                null,
                                resident,
                                place,
                                "/office/disputes/" + dispute.id().value())),
                facts(office, order, resident, place),
                policies(page, order),
                scans.of(order.id()).stream().map(scan -> scan(office, scan)).toList(),
                refusal.isEmpty(),
                dispute.state().isForOperator()
                        ? refusal.map(why -> page.text("office.dispute.not-you", "why", page.refusal(why)))
                                .orElse(null)
                        : null,
                dispute.state() == OrderDisputeState.APPEALED,
                asked == null ? null : does(page, order, asked));
    }

    private static String parties(Page page, String resident, String place) {
        return page.text("office.dispute.parties.say", "resident", resident, "place", place);
    }

    private List<DisputeSheet.Fact> facts(Office office, Order order, String resident, String place) {
        var page = office.page();
        var money = disputes.money(order);
        var facts = new ArrayList<DisputeSheet.Fact>();
        facts.add(new DisputeSheet.Fact(page.text("office.dispute.sold"), page.say(order.title())));
        facts.add(new DisputeSheet.Fact(page.text("office.dispute.parties"), parties(page, resident, place)));
        if (order.startsAt() != null) {
            facts.add(new DisputeSheet.Fact(
                    page.text("office.dispute.when"), office.times().moment(order.startsAt())));
        }
        facts.add(amount(page, "office.dispute.price", money.captured()));
        facts.add(amount(page, "office.dispute.escrow", money.held()));
        facts.add(amount(page, "office.dispute.released", money.released()));
        facts.add(amount(page, "office.dispute.refunded", money.refunded().plus(money.goodwill())));
        facts.add(amount(page, "office.dispute.most", disputes.most(order)));
        return facts;
    }

    private static DisputeSheet.Fact amount(Page page, String key, Money amount) {
        return new DisputeSheet.Fact(page.text(key), page.money(amount));
    }

    private static List<String> policies(Page page, Order order) {
        var policies = new ArrayList<String>();
        policies.add(page.say(order.terms().cancellation().inWords()));
        var noShow = order.terms().noShow();
        if (noShow != null) {
            policies.add(page.say(noShow.inWords()));
        }
        return policies;
    }

    private static String scan(Office office, OrderScan scan) {
        var at = scan.scannedAt() == null ? scan.storedAt() : scan.scannedAt();
        return office.page()
                .text(
                        "office.dispute.scan",
                        "when",
                        office.times().moment(at),
                        "outcome",
                        office.page()
                                .text("office.dispute.outcome."
                                        + scan.outcome()
                                                .name()
                                                .toLowerCase(Locale.ROOT)
                                                .replace('_', '-')),
                        "offline",
                        scan.offline() ? "yes" : "no");
    }

    private String does(Page page, Order order, NewDecision asked) {
        var currency = order.total().currency();
        var pockets =
                disputes.pockets(order, new Money(asked.ofOrder(), currency), new Money(asked.platform(), currency));
        return page.text(
                "office.dispute.does",
                "all",
                page.money(pockets.all()),
                "earned",
                page.money(pockets.earned()),
                "escrow",
                page.money(pockets.escrow()),
                "platform",
                page.money(pockets.platform()),
                "merchant",
                page.money(new Money(asked.toMerchant(), currency)));
    }
}
