package org.townloop.loop.checkout;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.EventConsumer;
import org.townloop.base.kernel.EventLog;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.RecordedEvent;
import org.townloop.loop.deal.DealChanged;
import org.townloop.loop.deal.DealClosings;
import org.townloop.loop.ordering.CallOffs;
import org.townloop.loop.ordering.CancellationCause;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.ordering.OrderState;
import org.townloop.loop.ordering.Orders;
import org.townloop.loop.payment.Gateways;
import org.townloop.loop.payment.Refunds;
import org.townloop.supply.booking.CalledOffSessions;
import org.townloop.supply.booking.SessionDecided;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.OfferChanged;
import org.townloop.supply.offer.OfferId;
import org.townloop.supply.offer.Offers;

/**
 * Whoever bought a session that its place calls off, or for which too few had booked, or at a deal of which too few were
 * sold, gets all of it back, without having to ask. Reading the log only notes
 * the orders; each is called off in a transaction of its own, so that one that cannot be, or that somebody holds just now,
 * keeps no other back.
 */
@Component
class SessionRefunds implements EventConsumer {

    private static final Logger LOG = LoggerFactory.getLogger(SessionRefunds.class);

    private final Offers offers;
    private final CalledOffSessions sessions;
    private final DealClosings deals;
    private final CallOffs callOffs;
    private final Orders orders;
    private final WaitingCancellations waitingCancellations;
    private final CompletedCancellations completedCancellations;
    private final Refunds refunds;
    private final PayersParts payersParts;
    private final Gateways gateways;
    private final EventLog events;
    private final Atomically atomically;
    private final Clock clock;

    SessionRefunds(
            Offers offers,
            CalledOffSessions sessions,
            DealClosings deals,
            CallOffs callOffs,
            Orders orders,
            WaitingCancellations waitingCancellations,
            CompletedCancellations completedCancellations,
            Refunds refunds,
            PayersParts payersParts,
            Gateways gateways,
            EventLog events,
            Atomically atomically,
            Clock clock) {
        this.offers = offers;
        this.sessions = sessions;
        this.deals = deals;
        this.callOffs = callOffs;
        this.orders = orders;
        this.waitingCancellations = waitingCancellations;
        this.completedCancellations = completedCancellations;
        this.refunds = refunds;
        this.payersParts = payersParts;
        this.gateways = gateways;
        this.events = events;
        this.atomically = atomically;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "session-refunds";
    }

    @Override
    public Set<String> types() {
        return Set.of(
                OfferChanged.class.getSimpleName(),
                SessionDecided.class.getSimpleName(),
                DealChanged.class.getSimpleName());
    }

    /** What had not begun when it was called off is called off, however late it is read. */
    @Override
    public void accept(List<RecordedEvent> events) {
        var fallen = events.stream()
                .filter(event -> event.is(DealChanged.class))
                .map(event -> event.id("deal"))
                .filter(deals::isCalledOff)
                .toList();
        callOffs.note(orders.openOf(fallen), clock.instant());
        var changed = events.stream()
                .filter(event -> !event.is(DealChanged.class))
                .collect(Collectors.toMap(
                        event -> new OfferId(event.subject()),
                        RecordedEvent::at,
                        (one, other) -> one.isBefore(other) ? one : other));
        callOffs.note(
                offers.get(changed.keySet()).values().stream()
                        .flatMap(offer -> calledOff(offer, changed))
                        .distinct()
                        .toList(),
                clock.instant());
    }

    private Stream<UUID> calledOff(Offer offer, Map<OfferId, Instant> changed) {
        return sessions.orders(offer, changed.getOrDefault(offer.id(), clock.instant())).stream();
    }

    /**
     * Calls the orders off that were noted.
     *
     * @return how many were looked at
     */
    int callOff(int limit) {
        var due = callOffs.due(clock.instant(), limit);
        due.forEach(this::callOffOne);
        return due.size();
    }

    private void callOffOne(OrderId id) {
        try {
            switch (atomically.run(() -> callOff(id))) {
                case Outcome.Done<OrderId> _ -> refunds.of(id.value()).forEach(gateways::refund);
                case Outcome.Refused<OrderId>(var refusal) -> {
                    LOG.error("order {} of a session that was called off stays for now: {}", id.value(), refusal);
                    callOffs.tryLater(id, clock.instant());
                }
            }
        } catch (RuntimeException e) {
            LOG.error("order {} of a session that was called off cannot be called off", id.value(), e);
            callOffs.tryLater(id, clock.instant());
        }
    }

    /** An order that was called off before, or moved to another session, stays as it is: this may be told twice. */
    private Outcome<OrderId> callOff(OrderId id) {
        var order = orders.lock(id);
        var unused = waitingCancellations.unused(order);
        if (order.state() == OrderState.PAID && clock.instant().isBefore(unused.runsOutAt())) {
            callOffs.tryAt(id, unused.runsOutAt()); // somebody was let in before: what is left may be had until then
            tell(order, payersParts.of(order, unused.worth()));
            return Outcome.done(id);
        }
        callOffs.done(id);
        if (!isFallen(order) && !sessions.concerns(id.value())) {
            return Outcome.done(id);
        }
        return switch (order.state()) {
            case HELD -> completedCancellations.free(order);
            case PAID -> waitingCancellations.giveAllBack(order, cause(order));
            case FULFILLED, SETTLED, DISPUTED, CANCELLED, EXPIRED, REFUNDED -> Outcome.done(id);
        };
    }

    private void tell(Order order, Money refund) {
        if (sessions.concerns(order.id().value())) {
            events.append(new SessionRestCalledOff(
                    order.id().value(),
                    order.place().value(),
                    refund.minor(),
                    refund.currency().getCurrencyCode()));
        }
    }

    /** It is of a deal for which too few have paid. */
    private boolean isFallen(Order order) {
        return order.lines().stream().anyMatch(line -> line.deal() != null && deals.isCalledOff(line.deal()));
    }

    private CancellationCause cause(Order order) {
        return isFallen(order) || sessions.isForTooFew(order.id().value())
                ? CancellationCause.TOO_FEW
                : CancellationCause.SESSION_CALLED_OFF;
    }
}
