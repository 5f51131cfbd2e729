package org.townloop.loop.payment;

import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Draws the consequences of what a gateway says: once, in the transaction that records that it was said. */
@Component
class Consequences {

    private static final Verdict NO_SUCH_PAYMENT = Verdict.quarantined("no such payment");
    private static final Verdict NO_SUCH_REFUND = Verdict.quarantined("no such refund");

    private final Intents intents;
    private final Refunds refunds;
    private final Captures captures;
    private final DisputeConsequences disputes;
    private final ObjectProvider<CaptureListener> listeners;

    Consequences(
            Intents intents,
            Refunds refunds,
            Captures captures,
            DisputeConsequences disputes,
            ObjectProvider<CaptureListener> listeners) {
        this.intents = intents;
        this.refunds = refunds;
        this.captures = captures;
        this.disputes = disputes;
        this.listeners = listeners;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    Verdict of(String gateway, GatewayEvent event) {
        return switch (event) {
            case GatewayEvent.PaymentCaptured captured -> captures.verdict(gateway, captured);
            case GatewayEvent.PaymentDeclined declined ->
                intent(gateway, declined.intent())
                        .map(intent -> declined(intent, declined))
                        .orElse(NO_SUCH_PAYMENT);
            case GatewayEvent.RefundSucceeded succeeded ->
                refund(gateway, succeeded.refund())
                        .map(refund -> succeeded(refund, succeeded))
                        .orElse(NO_SUCH_REFUND);
            case GatewayEvent.RefundFailed failed ->
                refund(gateway, failed.refund())
                        .map(refund -> failed(refund, failed))
                        .orElse(NO_SUCH_REFUND);
            case GatewayEvent.DisputeEvent dispute -> disputes.of(gateway, dispute, capture -> of(gateway, capture));
            case GatewayEvent.Other other -> Verdict.IGNORED;
        };
    }

    private Optional<Intent> intent(String gateway, IntentId id) {
        return intents.find(id).filter(intent -> intent.gateway().equals(gateway));
    }

    private Optional<Refund> refund(String gateway, RefundId id) {
        return refunds.find(id)
                .filter(refund -> intent(gateway, refund.intent()).isPresent());
    }

    private Verdict declined(Intent intent, GatewayEvent.PaymentDeclined event) {
        var first = intents.declined(intent.id(), event.gatewayRef());
        if (first) {
            var declined = intents.get(intent.id());
            tell(listener -> listener.declined(declined));
        }
        return Verdict.applied(first);
    }

    private Verdict succeeded(Refund refund, GatewayEvent.RefundSucceeded event) {
        if (!refund.amount().equals(event.amount())) {
            return Captures.differs(refund.amount(), event.amount());
        }
        var first = refunds.close(refund.id(), RefundState.SUCCEEDED, event.gatewayRef(), null);
        var now = refunds.get(refund.id());
        if (now.state() != RefundState.SUCCEEDED) {
            return Verdict.quarantined("the gateway says a refund succeeded that it had failed: do not pay it again");
        }
        if (first) {
            tell(listener -> listener.refunded(now));
        }
        return Verdict.applied(first);
    }

    private Verdict failed(Refund refund, GatewayEvent.RefundFailed event) {
        var first = refunds.close(refund.id(), RefundState.FAILED, event.gatewayRef(), event.why());
        var now = refunds.get(refund.id());
        if (now.state() == RefundState.SUCCEEDED) {
            return Verdict.quarantined("the gateway says a refund failed that had succeeded: it is owed again");
        }
        if (first) {
            tell(listener -> listener.refundFailed(now));
        }
        return Verdict.applied(first);
    }

    private void tell(Consumer<CaptureListener> news) {
        listeners.forEach(news);
    }
}
