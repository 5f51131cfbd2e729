package org.townloop.loop.payment;

import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Draws the consequences of what a gateway says about a payment that its payer objects to: each once, in any order. */
@Component
class DisputeConsequences {

    private final Intents intents;
    private final Chargebacks chargebacks;
    private final ObjectProvider<ChargebackListener> listeners;

    DisputeConsequences(Intents intents, Chargebacks chargebacks, ObjectProvider<ChargebackListener> listeners) {
        this.intents = intents;
        this.chargebacks = chargebacks;
        this.listeners = listeners;
    }

    /** @param capture draws the consequences of the payment itself, of which the dispute may be the first message */
    Verdict of(
            String gateway, GatewayEvent.DisputeEvent event, Function<GatewayEvent.PaymentCaptured, Verdict> capture) {
        var dispute = event.dispute();
        var payment = capture.apply(dispute.payment());
        if (payment.receipt() == Receipt.QUARANTINED) {
            return payment;
        }
        var intent = intents.get(dispute.payment().intent());
        if (!isPartOf(intent, dispute)) {
            return Verdict.quarantined("the gateway takes back %d %s of a payment of %d %s"
                    .formatted(
                            dispute.amount().minor(),
                            dispute.amount().currency(),
                            intent.amount().minor(),
                            intent.amount().currency()));
        }
        tell(listener -> listener.opening(intent.shares()));
        var opened = chargebacks.open(intent, gateway, dispute);
        var known = chargebacks.byRef(gateway, dispute.ref());
        if (!known.intent().equals(intent.id()) || !known.amount().equals(dispute.amount())) {
            return Verdict.quarantined("dispute " + dispute.ref() + " was about another payment or amount before");
        }
        if (opened) {
            tell(listener -> listener.opened(known));
        }
        return switch (event) {
            case GatewayEvent.DisputeOpened _ -> Verdict.applied(opened);
            case GatewayEvent.DisputeWon _ -> decided(known, ChargebackState.WON);
            case GatewayEvent.DisputeLost _ -> decided(known, ChargebackState.LOST);
        };
    }

    private static boolean isPartOf(Intent intent, GatewayDispute dispute) {
        return dispute.amount().currency().equals(intent.amount().currency())
                && dispute.amount().isPositive()
                && dispute.amount().minor() <= intent.amount().minor();
    }

    private Verdict decided(Chargeback chargeback, ChargebackState state) {
        var first = chargebacks.decide(chargeback.id(), state);
        var now = chargebacks.get(chargeback.id());
        if (now.state() != state) {
            return Verdict.quarantined("the gateway says %s of a dispute that was %s: money has moved by that"
                    .formatted(state, now.state()));
        }
        if (first) {
            tell(listener -> {
                if (state == ChargebackState.WON) {
                    listener.won(now);
                } else {
                    listener.lost(now);
                }
            });
        }
        return Verdict.applied(first);
    }

    private void tell(Consumer<ChargebackListener> news) {
        listeners.forEach(news);
    }
}
