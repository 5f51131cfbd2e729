package org.townloop.loop.quote;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.Gate;
import org.townloop.base.identity.Right;
import org.townloop.base.identity.Scope;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.Idempotency;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Words;
import org.townloop.loop.checkout.AgreedOrders;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.ordering.OrderState;
import org.townloop.loop.ordering.Orders;
import org.townloop.supply.booking.BookingReason;

/**
 * Accepting a quotation, and paying its stages. Each payment is an order of its own; the acceptance counts once the
 * first is paid, and until then keeps the people for whom it says that they come.
 */
@Component
public class Acceptances {

    private record OrderRef(OrderId id) {}

    private final Requests requests;
    private final Quotations quotations;
    private final Stages stages;
    private final Progress progress;
    private final AgreedOrders agreed;
    private final Orders orders;
    private final StagePayments payments;
    private final QuoteNotices notices;
    private final Idempotency idempotency;
    private final Atomically atomically;
    private final Gate gate;
    private final Clock clock;

    Acceptances(
            Requests requests,
            Quotations quotations,
            Stages stages,
            Progress progress,
            AgreedOrders agreed,
            Orders orders,
            StagePayments payments,
            QuoteNotices notices,
            Idempotency idempotency,
            Atomically atomically,
            Gate gate,
            Clock clock) {
        this.requests = requests;
        this.quotations = quotations;
        this.stages = stages;
        this.progress = progress;
        this.agreed = agreed;
        this.orders = orders;
        this.payments = payments;
        this.notices = notices;
        this.idempotency = idempotency;
        this.atomically = atomically;
        this.gate = gate;
        this.clock = clock;
    }

    /**
     * The same for a quotation of that request.
     *
     * @throws Absent if it is none of it, or not the actor's
     */
    public Outcome<Order> accept(Actor actor, RequestId of, QuotationId id, String key) {
        if (!quotations.get(id).request().equals(of)) {
            throw new Absent("quotation " + id.value());
        }
        return accept(actor, id, key);
    }

    /**
     * Accepts a quotation: its people are kept, and its first stage waits to be paid. Two tabs that accept have one order.
     *
     * @return the order of the first stage
     */
    public Outcome<Order> accept(Actor actor, QuotationId id, String key) {
        var seen = requests.get(quotations.get(id).request());
        gate.require(actor, Right.OWN, Scope.person(seen.resident()));
        var accepted = idempotency.once(
                new Idempotency.Call(actor.person().value(), "accept-quotation", key, id),
                OrderRef.class,
                () -> accept(progress.lock(seen.id()), id).map(order -> new OrderRef(order.id())));
        if (accepted instanceof Outcome.Refused<OrderRef>(var why) && why.reason() == QuoteReason.WORK_PEOPLE_TAKEN) {
            tellThatTaken(seen, id);
        }
        return accepted.map(ref -> orders.get(ref.id()));
    }

    /**
     * Makes the order of a stage that is due, or goes on with the one that waits for its payment.
     *
     * @throws Absent if it is not the actor's, or has no such stage
     */
    public Outcome<Order> payStage(Actor actor, RequestId id, int number, String key) {
        gate.require(actor, Right.OWN, Scope.person(requests.get(id).resident()));
        return idempotency
                .once(
                        new Idempotency.Call(actor.person().value(), "pay-stage", key, List.of(id, number)),
                        OrderRef.class,
                        () -> payStage(progress.lock(id), number).map(order -> new OrderRef(order.id())))
                .map(ref -> orders.get(ref.id()));
    }

    private Outcome<Order> accept(Progress.Standing standing, QuotationId id) {
        var live = standing.live().filter(quotation -> quotation.id().equals(id));
        if (live.isEmpty() || standing.request().state() != RequestState.OFFERED) {
            var isAccepted =
                    live.filter(one -> one.state() == QuotationState.ACCEPTED).isPresent();
            return Outcome.refused(isAccepted ? QuoteReason.QUOTATION_ACCEPTED : QuoteReason.QUOTATION_OVER);
        }
        var quotation = live.get();
        var held = quotation.first().order();
        if (quotation.state() == QuotationState.HELD && held != null) {
            return Outcome.done(orders.get(held));
        }
        if (!quotation.validUntil().isAfter(clock.instant())) {
            return Outcome.refused(QuoteReason.QUOTATION_OVER);
        }
        return switch (agreed.hold(payments.of(standing.request(), quotation.work(), quotation.first()))) {
            case Outcome.Refused<Order>(var why)
            when why.reason() instanceof BookingReason -> Outcome.refused(QuoteReason.WORK_PEOPLE_TAKEN);
            case Outcome.Refused<Order> refused -> refused;
            case Outcome.Done<Order>(var order) -> {
                quotations.become(quotation, QuotationState.HELD, clock.instant());
                stages.order(quotation.id(), 1, order.id());
                notices.forget(standing.request());
                yield Outcome.done(order);
            }
        };
    }

    private Outcome<Order> payStage(Progress.Standing standing, int number) {
        var quotation = standing.live()
                .filter(live -> live.state() == QuotationState.ACCEPTED)
                .orElseThrow(() -> new Absent("stage " + number));
        var stage = quotation.stage(number).orElseThrow(() -> new Absent("stage " + number));
        if (standing.request().state() != RequestState.ACCEPTED) {
            return Outcome.refused(QuoteReason.QUOTE_REQUEST_CLOSED);
        }
        var made = Optional.ofNullable(stage.order()).map(orders::get);
        if (made.filter(order -> order.state() == OrderState.HELD).isPresent()) {
            return Outcome.done(made.get());
        }
        if (made.filter(Progress::wasPaid).isPresent()) {
            return Outcome.refused(QuoteReason.STAGE_PAID);
        }
        if (!stage.isDue(clock.instant())) {
            return Outcome.refused(QuoteReason.STAGE_NOT_DUE);
        }
        return agreed.hold(payments.of(standing.request(), quotation.work(), stage))
                .map(order -> {
                    stages.order(quotation.id(), number, order.id());
                    return order;
                });
    }

    /** The place is asked once for another time; the offer stays as it is until it writes a new one. */
    private void tellThatTaken(QuoteRequest request, QuotationId id) {
        atomically.run(() -> {
            notices.tellPlace(
                    request,
                    Words.of(
                            "The resident wanted to accept, but those who were to come are taken then. Write a"
                                    + " quotation with another time.",
                            "居民想接受报价，但原定人员届时已被占用。请换个时间重新报价。"),
                    "taken " + id.value());
            return Outcome.done(id);
        });
    }
}
