package org.townloop.loop.checkout;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.EventLog;
import org.townloop.base.kernel.Ids;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.loop.ordering.CancellationCause;
import org.townloop.loop.ordering.Line;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.ordering.OrderState;
import org.townloop.loop.ordering.Orders;
import org.townloop.loop.ordering.Pays;
import org.townloop.loop.payment.Gateways;
import org.townloop.loop.payment.Refunds;
import org.townloop.supply.booking.Bookings;
import org.townloop.supply.booking.Claimed;
import org.townloop.supply.booking.HoldRequest;
import org.townloop.supply.booking.Wish;
import org.townloop.supply.merchant.StaffId;
import org.townloop.supply.merchant.TimeSpan;
import org.townloop.supply.offer.Offer;
import tools.jackson.databind.json.JsonMapper;

/**
 * Orders whose price, people and times were agreed in writing: once they are made, they are paid, redeemed, called off and
 * settled as any other. What is paid too late is not had: the money goes back, and the order may be made anew.
 */
@Component
public class AgreedOrders {

    /** How long such an order waits for its payment. */
    public static final Duration KEPT = Duration.ofMinutes(30);

    private final SaleTerms terms;
    private final Orders orders;
    private final Bookings bookings;
    private final Custody custody;
    private final Cancelling cancelling;
    private final WaitingCancellations waitingCancellations;
    private final CompletedCancellations completedCancellations;
    private final Refunds refunds;
    private final Gateways gateways;
    private final Atomically atomically;
    private final EventLog events;
    private final JsonMapper json;
    private final Clock clock;

    AgreedOrders(
            SaleTerms terms,
            Orders orders,
            Bookings bookings,
            Custody custody,
            Cancelling cancelling,
            WaitingCancellations waitingCancellations,
            CompletedCancellations completedCancellations,
            Refunds refunds,
            Gateways gateways,
            Atomically atomically,
            EventLog events,
            JsonMapper json,
            Clock clock) {
        this.terms = terms;
        this.orders = orders;
        this.bookings = bookings;
        this.custody = custody;
        this.cancelling = cancelling;
        this.waitingCancellations = waitingCancellations;
        this.completedCancellations = completedCancellations;
        this.refunds = refunds;
        this.gateways = gateways;
        this.atomically = atomically;
        this.events = events;
        this.json = json;
        this.clock = clock;
    }

    /** In the caller's transaction, which is rolled back if it is refused: the order, held with all of its people. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Outcome<Order> hold(AgreedPayment agreed) {
        var order = draft(agreed);
        var tooLong = refusal(order, agreed);
        if (tooLong.isPresent()) {
            return Outcome.refused(tooLong.get());
        }
        var taken = take(order.id().value(), agreed.offer(), agreed.people(), agreed.times(), order.holdExpiresAt());
        return taken.map(claims -> {
            orders.insert(order);
            events.append(new OrderHeld(
                    order.id().value(),
                    order.place().value(),
                    agreed.offer().id().value(),
                    order.total().minor(),
                    order.total().currency().getCurrencyCode()));
            return order;
        });
    }

    /**
     * In the caller's transaction, which is rolled back if it is refused: the people, all at all of the times.
     *
     * @param owner whose claims they are; made in the region of the offer
     * @param expiresAt when they are free again by themselves
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Outcome<List<Claimed>> take(
            UUID owner, Offer offer, Set<StaffId> people, List<TimeSpan> times, Instant expiresAt) {
        return times.isEmpty()
                ? Outcome.done(List.of())
                : bookings.holdAsAgreed(times.stream()
                        .map(time -> new HoldRequest(
                                owner,
                                1,
                                offer.doneBy(people, time.length()),
                                Wish.at(time.start(), people.size()),
                                expiresAt))
                        .toList());
    }

    /** Why its money could not be held until it is had, if it were paid now. */
    public Optional<Refusal> refusal(AgreedPayment agreed) {
        return refusal(draft(agreed), agreed);
    }

    private Optional<Refusal> refusal(Order order, AgreedPayment agreed) {
        return custody.refusal(order, agreed.start(), agreed.end());
    }

    /** Whether it was paid after it was had: nothing of it comes back by itself. */
    public boolean isForWhatWasHad(Order order) {
        return order.terms().cancellation().equals(SaleTerms.AFTERWARDS);
    }

    /** From when on a payment for that time may be taken: earlier no gateway may hold it for so long. */
    public Instant earliest(Offer offer, Instant start, Instant end) {
        return custody.earliest(terms.of(offer), start, end);
    }

    /** What would come back now if its resident called the order off. */
    public Money refund(Order order) {
        return cancelling
                .quote(order)
                .map(CancelQuote::refund)
                .orElseGet(() -> Money.zero(order.total().currency()));
    }

    /**
     * Calls an order off that is not over: its resident gets back what the policy it was sold under says.
     *
     * @param shown what they were told that comes back, when they called it off: no less does
     */
    public Outcome<OrderId> callOff(OrderId id, Money shown) {
        return refunded(id, atomically.run(() -> cancelling.cancel(orders.lock(id), shown)));
    }

    /** The place calls it off: all that nobody had of it goes back. */
    public Outcome<OrderId> giveBack(OrderId id) {
        return refunded(id, atomically.run(() -> {
            var order = orders.lock(id);
            return order.state() == OrderState.PAID
                    ? waitingCancellations.giveAllBack(order, CancellationCause.BY_PLACE)
                    : cancelling.cancel(order);
        }));
    }

    /** In the caller's transaction: an order that nobody has paid keeps nobody's time any more; false if it was paid. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean letGo(OrderId id) {
        var order = orders.lock(id);
        if (order.state() == OrderState.HELD) {
            completedCancellations.free(order);
        }
        return order.state() == OrderState.HELD
                || order.state() == OrderState.EXPIRED
                || order.state() == OrderState.CANCELLED && order.paidAt() == null;
    }

    private Outcome<OrderId> refunded(OrderId id, Outcome<OrderId> closed) {
        if (closed instanceof Outcome.Done) {
            refunds.of(id.value()).forEach(gateways::refund);
        }
        return closed;
    }

    private Order draft(AgreedPayment agreed) {
        var now = clock.instant();
        var offer = agreed.offer();
        var sold = agreed.afterwards() ? terms.afterwards(offer) : terms.of(offer);
        var line = new Line(
                1,
                offer.id(),
                offer.version(),
                agreed.title(),
                1,
                agreed.amount(),
                Money.zero(agreed.amount().currency()),
                agreed.times().isEmpty() ? null : agreed.start(),
                agreed.end(),
                json.createObjectNode(),
                null);
        var noShow = sold.noShow();
        return new Order(
                new OrderId(Ids.next(offer.region(), now)),
                agreed.resident(),
                offer.merchant(),
                offer.place(),
                OrderState.HELD,
                Pays.ESCROW,
                line.total(),
                Money.zero(line.total().currency()),
                sold,
                now.plus(KEPT),
                agreed.start(),
                noShow == null ? null : noShow.settledAt(agreed.start(), agreed.end()),
                now,
                null,
                null,
                null,
                null,
                List.of(line));
    }
}
