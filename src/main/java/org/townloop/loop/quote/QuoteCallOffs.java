package org.townloop.loop.quote;

import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.Gate;
import org.townloop.base.identity.Right;
import org.townloop.base.identity.Scope;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.kernel.Words;
import org.townloop.base.kernel.Written;
import org.townloop.loop.checkout.AgreedOrders;
import org.townloop.loop.checkout.CheckoutReason;
import org.townloop.loop.ordering.Orders;
import org.townloop.supply.merchant.Workplaces;

/** Calling off what was accepted: what was not had of it goes back, by policy or all of it, and nobody comes any more. */
@Component
public class QuoteCallOffs {

    private final Requests requests;
    private final Stages stages;
    private final Progress progress;
    private final CallingOff callingOff;
    private final AgreedOrders agreed;
    private final Orders orders;
    private final QuoteNotices notices;
    private final Atomically atomically;
    private final Gate gate;
    private final Workplaces workplaces;
    private final Clock clock;

    QuoteCallOffs(
            Requests requests,
            Stages stages,
            Progress progress,
            CallingOff callingOff,
            AgreedOrders agreed,
            Orders orders,
            QuoteNotices notices,
            Atomically atomically,
            Gate gate,
            Workplaces workplaces,
            Clock clock) {
        this.requests = requests;
        this.stages = stages;
        this.progress = progress;
        this.callingOff = callingOff;
        this.agreed = agreed;
        this.orders = orders;
        this.notices = notices;
        this.atomically = atomically;
        this.gate = gate;
        this.workplaces = workplaces;
        this.clock = clock;
    }

    /** What would come back if the resident called the rest off now. */
    public Money refund(Quotation accepted) {
        return sum(accepted, backs(accepted));
    }

    /**
     * The same of a request of the actor's.
     *
     * @return refused if nothing of it can be called off
     * @throws Absent if it is not the actor's
     */
    public Outcome<Money> refund(Actor actor, RequestId id) {
        own(actor, id);
        return atomically.run(() -> {
            var standing = progress.lock(id);
            return standing.request().state() == RequestState.ACCEPTED
                    ? Outcome.done(refund(standing.live().orElseThrow()))
                    : Outcome.refused(QuoteReason.QUOTE_REQUEST_CLOSED);
        });
    }

    /**
     * The resident calls off what was not had yet: each stage by the policy it was sold under.
     *
     * @param shown what they were told that comes back, in minor units; if it is another sum by now, nothing is called off
     */
    public Outcome<QuoteRequest> callOff(Actor actor, RequestId id, long shown, String reason) {
        own(actor, id);
        return callOff(id, reason, false, accepted -> {
            var backs = backs(accepted);
            var refund = sum(accepted, backs);
            if (refund.minor() != shown) {
                return Optional.of(Refusal.of(CheckoutReason.REFUND_CHANGED, "refund", Map.of("refund", refund)));
            }
            stages.callOff(accepted.id(), backs);
            return Optional.empty();
        });
    }

    /** The place calls it off: all that was paid and not had goes back. */
    public Outcome<QuoteRequest> callOffByPlace(Actor staff, RequestId id, String reason) {
        workplaces.get(staff, Right.RUN_PLACE, requests.get(id).place());
        return Written.plain(reason) == null
                ? Outcome.refused(Refusal.of(QuoteReason.QUOTE_REASON_MISSING, "reason"))
                : callOff(id, reason, true, accepted -> {
                    stages.callOff(accepted.id(), true);
                    return Optional.empty();
                });
    }

    /** @param begin on what was accepted; what it refuses, if it refuses */
    private Outcome<QuoteRequest> callOff(
            RequestId id, String reason, boolean byPlace, Function<Quotation, Optional<Refusal>> begin) {
        var done = atomically.run(() -> {
            var standing = progress.lock(id);
            var request = standing.request();
            if (request.state() == RequestState.CALLED_OFF) {
                return Outcome.done(request);
            }
            if (request.state() != RequestState.ACCEPTED || standing.live().isEmpty()) {
                return Outcome.<QuoteRequest>refused(QuoteReason.QUOTE_REQUEST_CLOSED);
            }
            var refusal = begin.apply(standing.live().get());
            if (refusal.isPresent()) {
                return Outcome.<QuoteRequest>refused(refusal.get());
            }
            var closed = requests.become(request, RequestState.CALLED_OFF, Written.plain(reason), clock.instant());
            tellOff(closed, byPlace);
            return Outcome.done(closed);
        });
        callingOff.run();
        return done;
    }

    private void own(Actor actor, RequestId id) {
        gate.require(actor, Right.OWN, Scope.person(requests.get(id).resident()));
    }

    /** What would come back of each stage that has an order. */
    private Map<Integer, Money> backs(Quotation accepted) {
        return accepted.stages().stream()
                .filter(stage -> stage.order() != null)
                .collect(Collectors.toMap(
                        Stage::number, stage -> agreed.refund(orders.get(Objects.requireNonNull(stage.order())))));
    }

    private static Money sum(Quotation of, Map<Integer, Money> backs) {
        return backs.values().stream().reduce(Money.zero(of.total().currency()), Money::plus);
    }

    private void tellOff(QuoteRequest request, boolean byPlace) {
        if (byPlace) {
            notices.tellResident(
                    request,
                    Words.of(
                            "They have called it off. What you paid and did not have goes back.",
                            "商家取消了。已付而未履行的款项将原路退回。"),
                    "called off");
        } else {
            notices.tellPlace(request, Words.of("The resident has called it off.", "居民取消了后续服务。"), "called off");
        }
    }
}
