package org.townloop.loop.payment;

import java.time.Instant;
import org.townloop.base.kernel.Money;

/**
 * What a gateway says of a payment that its payer objects to. Each message says all of it, so that they may come in any
 * order.
 *
 * @param payment that is objected to: it was captured, whether we have heard so or not
 * @param ref the gateway's own name for the dispute
 * @param amount what the gateway has taken back
 * @param answerBy until when the gateway hears our answer
 */
public record GatewayDispute(
        GatewayEvent.PaymentCaptured payment, String ref, Money amount, Chargeback.Why why, Instant answerBy) {}
