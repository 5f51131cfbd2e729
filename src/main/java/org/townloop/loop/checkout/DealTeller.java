package org.townloop.loop.checkout;

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
import org.townloop.base.notice.NewNotice;
import org.townloop.base.notice.Notice;
import org.townloop.base.notice.Notices;
import org.townloop.loop.deal.Deal;
import org.townloop.loop.deal.DealChanged;
import org.townloop.loop.deal.DealId;
import org.townloop.loop.deal.Deals;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.ordering.OrderState;
import org.townloop.loop.ordering.Orders;
import org.townloop.supply.merchant.Places;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Offers;

/**
 * Tells of deals that were decided: who has paid that it takes place, and the merchant either. Who has paid for what does not
 * take place is told with the money that goes back ({@link Notifier}).
 */
@Component
class DealTeller implements EventConsumer {

    private final Deals deals;
    private final Orders orders;
    private final Surroundings surroundings;
    private final Offers offers;
    private final Places places;
    private final People people;
    private final Notices notices;

    DealTeller(
            Deals deals,
            Orders orders,
            Surroundings surroundings,
            Offers offers,
            Places places,
            People people,
            Notices notices) {
        this.deals = deals;
        this.orders = orders;
        this.surroundings = surroundings;
        this.offers = offers;
        this.places = places;
        this.people = people;
        this.notices = notices;
    }

    @Override
    public String name() {
        return "deal-teller";
    }

    @Override
    public Set<String> types() {
        return Set.of(DealChanged.class.getSimpleName());
    }

    @Override
    public void accept(List<RecordedEvent> events) {
        notices.tell(events.stream()
                .map(event -> deals.get(new DealId(event.id("deal"))))
                .distinct()
                .flatMap(this::told)
                .toList());
    }

    private Stream<NewNotice> told(Deal deal) {
        var offer = offers.get(deal.offer());
        return switch (deal.state()) {
            case CONFIRMED -> Stream.concat(buyers(deal), merchant(deal, offer, Notice.Kind.TAKES_PLACE));
            case CALLED_OFF -> merchant(deal, offer, Notice.Kind.TOO_FEW);
            case ANNOUNCED, OPEN, CLOSED, WITHDRAWN -> Stream.of();
        };
    }

    private Stream<NewNotice> buyers(Deal deal) {
        var ids = orders.openOf(List.of(deal.id().value())).stream()
                .map(OrderId::new)
                .collect(Collectors.toSet());
        var around = surroundings.of(ids, Set.of(), Set.of());
        return around.orders().values().stream()
                .filter(order -> ids.contains(order.id()) && order.state() == OrderState.PAID)
                .map(order -> new NewNotice(
                        order.resident(),
                        Notice.Kind.TAKES_PLACE,
                        order.id().value(),
                        around.toResident(order),
                        on(deal)));
    }

    private Stream<NewNotice> merchant(Deal deal, Offer offer, Notice.Kind kind) {
        var least = deal.least();
        var sold = deal.sold();
        var told = new HashMap<String, Object>(Map.of(
                "title",
                offer.title(),
                "place",
                places.get(offer.place()).name(),
                "booked",
                sold == null ? 0 : sold,
                "fewest",
                least == null ? 0 : least,
                "desk",
                true));
        return people.merchantsPeople(offer.region(), offer.merchant().value()).stream()
                .map(person -> new NewNotice(person, kind, offer.id().value(), told, on(deal)));
    }

    private static String on(Deal deal) {
        return deal.id().value().toString();
    }
}
