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
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.ordering.OrderState;
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
    private final Withdrawals withdrawals;
    private final Closings closings;

    SessionRefunds(
            Offers offers, CalledOffSessions sessions, Orders orders, Withdrawals withdrawals, Closings closings) {
        this.offers = offers;
        this.sessions = sessions;
        this.orders = orders;
        this.withdrawals = withdrawals;
        this.closings = closings;
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

    /** An order that was called off before stays as it is: this may be told twice. */
    private void callOff(UUID id) {
        var order = orders.lock(new OrderId(id));
        var nothing = Money.zero(order.total().currency());
        var done = switch (order.state()) {
            case HELD -> closings.free(order);
            case PAID ->
                withdrawals.request(
                        order,
                        order.pays() == Pays.SHOP ? nothing : order.total(),
                        CancellationCause.SESSION_CALLED_OFF);
            case FULFILLED, SETTLED, DISPUTED, CANCELLED, EXPIRED, REFUNDED -> Outcome.done(order.id());
        };
        if (done instanceof Outcome.Refused<OrderId>(var refusal) && order.state() == OrderState.PAID) {
            LOG.info("order {} of a session that was called off stays as it is: {}", id, refusal);
        }
    }
}
