package org.townloop.loop.checkout;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.People;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.EventConsumer;
import org.townloop.base.kernel.RecordedEvent;
import org.townloop.base.notice.NewNotice;
import org.townloop.base.notice.Notice;
import org.townloop.base.notice.Notices;
import org.townloop.base.notice.SealedPaths;
import org.townloop.loop.feedback.ReplyWritten;
import org.townloop.loop.feedback.ReviewWritten;
import org.townloop.loop.ordering.CalledOff;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.ordering.Orders;
import org.townloop.loop.ordering.PayLinks;
import org.townloop.loop.visit.Visit;
import org.townloop.loop.visit.VisitId;
import org.townloop.loop.visit.Visits;
import org.townloop.supply.merchant.Places;
import org.townloop.supply.offer.Offers;

/** Tells residents and merchants what has come of an order. */
@Component
class Notifier implements EventConsumer {

    private static final Duration REMIND_BEFORE = Duration.ofHours(3);
    /** Long enough to be home again, short enough to remember. */
    private static final Duration ASK_AFTER = Duration.ofHours(2);

    private final Orders orders;
    private final CalledOff calledOff;
    private final Visits visits;
    private final Places places;
    private final Offers offers;
    private final People people;
    private final Notices notices;
    private final PayLinks links;

    Notifier(
            Orders orders,
            CalledOff calledOff,
            Visits visits,
            Places places,
            Offers offers,
            People people,
            Notices notices,
            PayLinks links) {
        this.orders = orders;
        this.calledOff = calledOff;
        this.visits = visits;
        this.places = places;
        this.offers = offers;
        this.people = people;
        this.notices = notices;
        this.links = links;
    }

    @Override
    public String name() {
        return "notifier";
    }

    @Override
    public Set<String> types() {
        return Set.of(
                "OrderPaid",
                "OrderMoved",
                "OrderCancelled",
                "OrderRefunded",
                "NobodyCame",
                "ReplyWritten",
                "VoucherRedeemed",
                "ReviewWritten",
                "RedemptionConflicted",
                "CancellationFellAway");
    }

    @Override
    public void accept(List<RecordedEvent> events) {
        var known = orders.get(events.stream()
                .flatMap(event -> order(event).stream())
                .distinct()
                .toList());
        var told = new ArrayList<NewNotice>();
        for (var event : events) {
            if (event.is(ReplyWritten.class)) {
                visits.find(new VisitId(event.subject())).ifPresent(visit -> told.add(reply(visit)));
            } else if (event.is(ReviewWritten.class)) {
                visits.find(new VisitId(event.subject())).ifPresent(this::asksNoMore);
            } else if (event.is(VoucherRedeemed.class)) {
                askLater(known(known, event), event);
            } else if (event.is(RedemptionConflicted.class)) {
                told.addAll(conflict(known(known, event), event.subject()));
            } else if (event.is(CancellationFellAway.class)) {
                var order = known(known, event);
                told.add(new NewNotice(
                        order.resident(), Notice.Kind.WITHDRAWN_USED, order.id().value(), ofResident(order)));
            } else {
                told.addAll(about(event, known(known, event)));
            }
        }
        notices.tell(told);
    }

    private static Optional<OrderId> order(RecordedEvent event) {
        if (event.is(ReplyWritten.class) || event.is(ReviewWritten.class)) {
            return Optional.empty();
        }
        return Optional.of(new OrderId(
                event.is(VoucherRedeemed.class) || event.is(RedemptionConflicted.class)
                        ? event.id("order")
                        : event.subject()));
    }

    /** Once for an order, however many units of it are redeemed. */
    private void askLater(Order order, RecordedEvent redeemed) {
        notices.tellAt(
                redeemed.at().plus(ASK_AFTER),
                new NewNotice(
                        order.resident(), Notice.Kind.REVIEW_ASKED, order.id().value(), ofResident(order)));
    }

    private void asksNoMore(Visit reviewed) {
        notices.forgetLater(Notice.Kind.REVIEW_ASKED, List.of(reviewed.order().value()));
    }

    private static Order known(Map<OrderId, Order> known, RecordedEvent event) {
        var order = order(event).map(known::get).orElse(null);
        if (order == null) {
            throw new IllegalStateException("an event of an order that is not there: " + event.subject());
        }
        return order;
    }

    private List<NewNotice> about(RecordedEvent event, Order order) {
        var subject = order.id().value();
        var facts = ofResident(order);
        if (event.is(OrderPaid.class)) {
            remind(order, facts, event.at());
            return both(order, Notice.Kind.PAID, Notice.Kind.NEW_ORDER, facts);
        }
        notices.forgetReminders(List.of(subject));
        if (event.is(OrderMoved.class)) {
            remind(order, facts, event.at());
            var move = event.xid() + "." + event.position();
            return both(order, Notice.Kind.CHANGED, Notice.Kind.CHANGED, facts).stream()
                    .map(notice -> notice.on(move)) // each move is told, there and back again
                    .toList();
        }
        facts.put("refundMinor", event.payload().get("refundMinor").asLong());
        if (event.is(OrderCancelled.class)) {
            return wasMissed(order) ? List.of() : both(order, Notice.Kind.CANCELLED, Notice.Kind.CANCELLED, facts);
        }
        var kind = event.is(NobodyCame.class) ? Notice.Kind.NO_SHOW : Notice.Kind.REFUNDED;
        return List.of(new NewNotice(order.resident(), kind, subject, facts));
    }

    /** Who did not come was told so when it was settled. */
    private boolean wasMissed(Order order) {
        return calledOff
                .of(order.id())
                .filter(cancellation -> cancellation.why().equals(NoShows.WHY))
                .isPresent();
    }

    /** Once for a voucher: the desk shows every scan of it. */
    private List<NewNotice> conflict(Order order, UUID voucher) {
        var facts = facts(order);
        facts.put("desk", true);
        return people.merchantsPeople(order.id().region(), order.merchant().value()).stream()
                .map(person -> new NewNotice(person, Notice.Kind.CONFLICT, voucher, facts))
                .toList();
    }

    /** Who books for the next hours needs no reminder. */
    private void remind(Order order, Map<String, Object> facts, Instant paidAt) {
        var start = order.startsAt();
        if (start != null && start.minus(REMIND_BEFORE).isAfter(paidAt)) {
            notices.remindAt(
                    start.minus(REMIND_BEFORE),
                    new NewNotice(
                            order.resident(), Notice.Kind.REMINDER, order.id().value(), facts));
        }
    }

    private List<NewNotice> both(
            Order order, Notice.Kind toResident, Notice.Kind toMerchant, Map<String, Object> facts) {
        var subject = order.id().value();
        var told = new ArrayList<NewNotice>();
        told.add(new NewNotice(order.resident(), toResident, subject, facts));
        var atTheDesk = new HashMap<>(facts);
        atTheDesk.remove(SealedPaths.FACT);
        atTheDesk.put("desk", true);
        for (PersonId person :
                people.merchantsPeople(order.id().region(), order.merchant().value())) {
            told.add(new NewNotice(person, toMerchant, subject, atTheDesk));
        }
        return told;
    }

    /** Of a guest whom staff took the order for, letters lead to where they need not sign in. */
    private Map<String, Object> ofResident(Order order) {
        var facts = facts(order);
        links.sealed(order.id()).ifPresent(path -> facts.put(SealedPaths.FACT, path));
        return facts;
    }

    private Map<String, Object> facts(Order order) {
        var facts = new HashMap<String, Object>();
        facts.put("title", order.first().title());
        facts.put("place", places.get(order.place()).name());
        facts.put("totalMinor", order.total().minor());
        facts.put("currency", order.total().currency().getCurrencyCode());
        if (order.startsAt() != null) {
            facts.put("startsAt", order.startsAt().toString());
            facts.put("onDay", isOnDay(order));
        }
        return facts;
    }

    /** Whether it is had on a day: then its start says the day, and no time is to be told. */
    private boolean isOnDay(Order order) {
        var line = order.first();
        return offers.get(line.offer(), line.offerVersion()).isWalkIn();
    }

    private NewNotice reply(Visit visit) {
        UUID order = visit.order().value();
        return new NewNotice(
                visit.resident(),
                Notice.Kind.REPLY,
                visit.id().value(),
                Map.of("place", places.get(visit.place()).name(), "order", order.toString()));
    }
}
