package org.townloop.loop.payment;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.townloop.base.kernel.Money;

/** Draws the consequences of what a gateway says: once, in the transaction that records that it was said. */
@Component
class Consequences {

    private final Intents intents;
    private final Refunds refunds;
    private final ObjectProvider<CaptureListener> listeners;

    Consequences(Intents intents, Refunds refunds, ObjectProvider<CaptureListener> listeners) {
        this.intents = intents;
        this.refunds = refunds;
        this.listeners = listeners;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    Verdict of(String gateway, GatewayEvent event) {
        return switch (event) {
            case GatewayEvent.PaymentCaptured captured -> captured(gateway, captured);
            case GatewayEvent.PaymentDeclined declined -> declined(gateway, declined);
            case GatewayEvent.RefundSucceeded succeeded -> succeeded(succeeded);
            case GatewayEvent.RefundFailed failed -> failed(failed);
            case GatewayEvent.Other other -> Verdict.IGNORED;
        };
    }

    private Verdict captured(String gateway, GatewayEvent.PaymentCaptured event) {
        var intent = intents.find(event.intent()).orElse(null);
        if (intent == null || !intent.gateway().equals(gateway)) {
            return Verdict.quarantined("no such payment");
        }
        if (!intent.amount().equals(event.amount())) {
            return Verdict.quarantined(differs(intent.amount(), event.amount()));
        }
        var first = intents.captured(intent.id(), event.gatewayRef());
        if (first) {
            var now = intents.get(intent.id());
            listeners.forEach(listener -> listener.captured(now));
        }
        return Verdict.applied(first);
    }

    private Verdict declined(String gateway, GatewayEvent.PaymentDeclined event) {
        var intent = intents.find(event.intent()).orElse(null);
        if (intent == null || !intent.gateway().equals(gateway)) {
            return Verdict.quarantined("no such payment");
        }
        var first = intents.declined(intent.id(), event.gatewayRef());
        if (first) {
            var now = intents.get(intent.id());
            listeners.forEach(listener -> listener.declined(now));
        }
        return Verdict.applied(first);
    }

    private Verdict succeeded(GatewayEvent.RefundSucceeded event) {
        var refund = refunds.find(event.refund()).orElse(null);
        if (refund == null) {
            return Verdict.quarantined("no such refund");
        }
        if (!refund.amount().equals(event.amount())) {
            return Verdict.quarantined(differs(refund.amount(), event.amount()));
        }
        var first = refunds.close(refund.id(), RefundState.SUCCEEDED, event.gatewayRef());
        if (first) {
            var now = refunds.get(refund.id());
            listeners.forEach(listener -> listener.refunded(now));
        }
        return Verdict.applied(first);
    }

    private Verdict failed(GatewayEvent.RefundFailed event) {
        var refund = refunds.find(event.refund()).orElse(null);
        if (refund == null) {
            return Verdict.quarantined("no such refund");
        }
        var first = refunds.close(refund.id(), RefundState.FAILED, event.gatewayRef());
        if (first) {
            var now = refunds.get(refund.id());
            listeners.forEach(listener -> listener.refundFailed(now));
        }
        return Verdict.applied(first);
    }

    private static String differs(Money ours, Money theirs) {
        return "the gateway says %d %s, we expect %d %s"
                .formatted(theirs.minor(), theirs.currency(), ours.minor(), ours.currency());
    }
}
