package org.townloop.loop.checkout;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.People;
import org.townloop.base.kernel.EventConsumer;
import org.townloop.base.kernel.RecordedEvent;
import org.townloop.base.kernel.Words;
import org.townloop.base.notice.NewNotice;
import org.townloop.base.notice.Notice;
import org.townloop.base.notice.Notices;
import org.townloop.base.region.Regions;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.ordering.OrderState;
import org.townloop.loop.ordering.Wait;
import org.townloop.loop.ordering.Waits;
import org.townloop.supply.booking.SessionDecided;
import org.townloop.supply.booking.SessionState;
import org.townloop.supply.booking.SoldSessions;
import org.townloop.supply.merchant.Places;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.OfferId;
import org.townloop.supply.offer.Offers;
import org.townloop.supply.offer.Session;

/**
 * Tells of sessions that were decided: who has booked that it takes place, who waits that it does not, and the merchant
 * either. Who has booked what does not take place is told with the money that goes back ({@link Notifier}).
 */
@Component
class SessionTeller implements EventConsumer {

    private final SoldSessions sessions;
    private final Surroundings surroundings;
    private final Waits waits;
    private final Offers offers;
    private final Places places;
    private final Regions regions;
    private final People people;
    private final Notices notices;

    SessionTeller(
            SoldSessions sessions,
            Surroundings surroundings,
            Waits waits,
            Offers offers,
            Places places,
            Regions regions,
            People people,
            Notices notices) {
        this.sessions = sessions;
        this.surroundings = surroundings;
        this.waits = waits;
        this.offers = offers;
        this.places = places;
        this.regions = regions;
        this.people = people;
        this.notices = notices;
    }

    @Override
    public String name() {
        return "session-teller";
    }

    @Override
    public Set<String> types() {
        return Set.of(SessionDecided.class.getSimpleName());
    }

    @Override
    public void accept(List<RecordedEvent> events) {
        notices.tell(events.stream().flatMap(this::told).toList());
    }

    private Stream<NewNotice> told(RecordedEvent event) {
        var offer = offers.get(new OfferId(event.subject()));
        var session = new SoldSessions.At(
                offer.id(), Instant.parse(event.payload().get("start").asString()));
        var isOn = event.payload().get("state").asString().equals(SessionState.CONFIRMED.name());
        var facts = facts(event, offer, session.start());
        var kind = isOn ? Notice.Kind.TAKES_PLACE : Notice.Kind.TOO_FEW;
        return Stream.concat(
                isOn ? booked(session) : waiting(offer, session, facts), merchant(offer, session, kind, facts));
    }

    /** An order that was moved to another session is told of each. */
    private Stream<NewNotice> booked(SoldSessions.At session) {
        var ids = sessions.orders(session).stream().map(OrderId::new).collect(Collectors.toSet());
        var around = surroundings.of(ids, Set.of(), Set.of());
        return around.orders().values().stream()
                .filter(order -> ids.contains(order.id()) && order.state() == OrderState.PAID)
                .map(order -> takesPlace(around, order, session));
    }

    private static NewNotice takesPlace(AroundOrders around, Order order, SoldSessions.At session) {
        return new NewNotice(
                order.resident(), Notice.Kind.TAKES_PLACE, order.id().value(), around.toResident(order), on(session));
    }

    /** Whoever waits for nothing else of the offer need not wait any longer. */
    private Stream<NewNotice> waiting(Offer offer, SoldSessions.At session, Map<String, Object> facts) {
        var over = waits.of(offer.id(), offer.place(), session.start()).stream()
                .filter(wait -> !isOtherwise(offer, wait, session.start()))
                .toList();
        waits.over(over);
        return over.stream().map(wait -> {
            var told = new HashMap<>(facts);
            told.put("waited", true);
            told.put("path", "/offers/" + offer.id().value());
            return new NewNotice(wait.resident(), Notice.Kind.TOO_FEW, wait.id(), told, on(session));
        });
    }

    private boolean isOtherwise(Offer offer, Wait wait, Instant off) {
        return offer.arrangement() instanceof Session classes
                && classes.between(regions.get(offer.region()).zone(), wait.from(), wait.to()).stream()
                        .anyMatch(start -> !start.equals(off));
    }

    private Stream<NewNotice> merchant(
            Offer offer, SoldSessions.At session, Notice.Kind kind, Map<String, Object> facts) {
        var told = new HashMap<>(facts);
        told.put("desk", true);
        return people.merchantsPeople(offer.region(), offer.merchant().value()).stream()
                .map(person -> new NewNotice(person, kind, offer.id().value(), told, on(session)));
    }

    private Map<String, Object> facts(RecordedEvent event, Offer offer, Instant start) {
        Words place = places.get(offer.place()).name();
        return Map.of(
                "title", offer.title(),
                "place", place,
                "startsAt", start.toString(),
                "booked", event.payload().get("booked").asInt(),
                "fewest", event.payload().get("fewest").asInt());
    }

    private static String on(SoldSessions.At session) {
        return session.start().toString();
    }
}
