package org.townloop.loop.checkout;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.EventConsumer;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.RecordedEvent;
import org.townloop.loop.ordering.CancellationCause;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.ordering.Orders;
import org.townloop.loop.ordering.Pays;
import org.townloop.supply.booking.CalledOffSessions;
import org.townloop.supply.offer.OfferChanged;
import org.townloop.supply.offer.OfferId;
import org.townloop.supply.offer.Offers;

/** Whoever bought a session that its place calls off gets all of it back, without having to ask. */
@Component
class SessionRefunds implements EventConsumer {

    private static final Logger LOG = LoggerFactory.getLogger(SessionRefunds.class);

    private final Offers offers;
    private final CalledOffSessions sessions;
    private final Orders orders;
    private final WaitingCancellations waitingCancellations;
    private final CompletedCancellations completedCancellations;

    SessionRefunds(
            Offers offers,
            CalledOffSessions sessions,
            Orders orders,
            WaitingCancellations waitingCancellations,
            CompletedCancellations completedCancellations) {
        this.offers = offers;
        this.sessions = sessions;
        this.orders = orders;
        this.waitingCancellations = waitingCancellations;
        this.completedCancellations = completedCancellations;
    }

    @Override
    public String name() {
        return "session-refunds";
    }

    @Override
    public Set<String> types() {
        return Set.of(OfferChanged.class.getSimpleName());
    }

    @Override
    public void accept(List<RecordedEvent> events) {
        var changed = events.stream()
                .map(event -> new OfferId(event.subject()))
                .distinct()
                .toList();
        offers.get(changed).values().stream()
                .flatMap(offer -> sessions.orders(offer).stream())
                .distinct()
                .sorted()
                .forEach(this::callOff);
    }

    private void callOff(UUID id) {
        var order = orders.lock(new OrderId(id));
        switch (order.state()) {
            case HELD -> completedCancellations.free(order);
            case PAID -> giveBack(order);
            case FULFILLED, SETTLED, DISPUTED, CANCELLED, EXPIRED, REFUNDED -> {}
        }
    }

    /** Whoever has cancelled and waits gets the rest too; one that was called off before stays: this may be told twice. */
    private void giveBack(Order order) {
        var all = order.pays() == Pays.SHOP ? Money.zero(order.total().currency()) : order.total();
        if (waitingCancellations.raise(order, all, CancellationCause.SESSION_CALLED_OFF)) {
            return;
        }
        if (waitingCancellations.request(order, all, CancellationCause.SESSION_CALLED_OFF)
                instanceof Outcome.Refused<OrderId>(var refusal)) {
            LOG.info(
                    "order {} of a session that was called off stays as it is: {}",
                    order.id().value(),
                    refusal);
        }
    }
}
