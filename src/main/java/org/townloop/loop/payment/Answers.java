package org.townloop.loop.payment;

import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.Outcome;

/** Applies what a gateway answered. */
@Component
class Answers {

    /** Longer than any call takes: a payment that the gateway has not heard of by then will not reach it any more. */
    static final Duration NEVER_REACHED = Duration.ofSeconds(20);

    private static final Logger LOG = LoggerFactory.getLogger(Answers.class);

    private final Opening opening;
    private final Hearing hearing;
    private final Chargebacks chargebacks;
    private final Atomically atomically;
    private final Clock clock;

    Answers(Opening opening, Hearing hearing, Chargebacks chargebacks, Atomically atomically, Clock clock) {
        this.opening = opening;
        this.hearing = hearing;
        this.chargebacks = chargebacks;
        this.atomically = atomically;
        this.clock = clock;
    }

    void apply(Intent intent, Answer answer) {
        switch (answer) {
            case Answer.Waiting waiting -> waiting(intent, waiting);
            case Answer.Captured(var ref, var amount) ->
                apply(intent, new GatewayEvent.PaymentCaptured(intent.id(), ref, amount));
            case Answer.Declined(var ref) -> apply(intent, new GatewayEvent.PaymentDeclined(intent.id(), ref));
            case Answer.NeverHeard() -> neverHeard(intent);
            case Answer.Silent(var why) -> LOG.info("{} is silent about {}: {}", intent.gateway(), intent.id(), why);
        }
    }

    void apply(Refund refund, String gateway, RefundAnswer answer) {
        switch (answer) {
            case RefundAnswer.Succeeded(var ref, var amount) ->
                apply(
                        gateway,
                        "refund-" + refund.id().value(),
                        new GatewayEvent.RefundSucceeded(refund.id(), ref, amount));
            case RefundAnswer.Failed(var why) -> {
                LOG.warn("{} will not refund {}: {}", gateway, refund.id(), why);
                apply(gateway, "refund-" + refund.id().value(), new GatewayEvent.RefundFailed(refund.id(), null, why));
            }
            case RefundAnswer.Silent(var why) -> LOG.info("{} is silent about {}: {}", gateway, refund.id(), why);
        }
    }

    void apply(Chargeback chargeback, AnswerReceipt receipt) {
        switch (receipt) {
            case AnswerReceipt.Taken() -> sent(chargeback, Chargeback.Sent.TAKEN);
            case AnswerReceipt.TooLate() -> sent(chargeback, Chargeback.Sent.TOO_LATE);
            case AnswerReceipt.Silent(var why) ->
                LOG.info("{} is silent about {}: {}", chargeback.gateway(), chargeback.id(), why);
        }
    }

    private void sent(Chargeback chargeback, Chargeback.Sent sent) {
        atomically.run(() -> {
            chargebacks.sent(chargeback.id(), sent);
            return Outcome.done(sent);
        });
    }

    private void waiting(Intent intent, Answer.Waiting waiting) {
        if (!waiting.amount().equals(intent.amount())) {
            // Nobody is sent to a page that asks for another amount.
            apply(intent, new GatewayEvent.PaymentCaptured(intent.id(), waiting.gatewayRef(), waiting.amount()));
            return;
        }
        opening.note(new Opened(intent.id(), waiting.gatewayRef(), waiting.redirectUrl()));
    }

    /** A payment that the gateway has answered for before is not given up because it has forgotten it for a moment. */
    private void neverHeard(Intent intent) {
        if (intent.state() == IntentState.UNKNOWN
                && intent.createdAt().plus(NEVER_REACHED).isBefore(clock.instant())) {
            apply(intent, new GatewayEvent.PaymentDeclined(intent.id(), null));
        }
    }

    private void apply(Intent intent, GatewayEvent event) {
        apply(intent.gateway(), "payment-" + intent.id().value(), event);
    }

    private void apply(String gateway, String about, GatewayEvent event) {
        if (hearing.hear(new Word.Reply(gateway, about, event)) instanceof Outcome.Refused<Receipt>(var refusal)) {
            LOG.warn("{} is not heard about {}, and asked again: {}", gateway, about, refusal);
        }
    }
}
