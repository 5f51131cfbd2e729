package org.townloop.loop.checkout;

import java.time.Instant;
import java.util.UUID;
import org.townloop.base.kernel.Event;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.payment.Chargeback;
import org.townloop.loop.payment.ChargebackState;

/**
 * A payment of an order was objected to at the gateway, or that was decided.
 *
 * @param state how it stands now: OPEN, WON or LOST
 * @param amountMinor what of it is of this order
 * @param answerBy until when the gateway hears an answer
 */
public record ChargebackMoved(
        UUID subject,
        UUID place,
        UUID chargeback,
        ChargebackState state,
        long amountMinor,
        String currency,
        Instant answerBy)
        implements Event {

    static ChargebackMoved of(Order order, Chargeback chargeback, long amountMinor) {
        return new ChargebackMoved(
                order.id().value(),
                order.place().value(),
                chargeback.id().value(),
                chargeback.state(),
                amountMinor,
                chargeback.amount().currency().getCurrencyCode(),
                chargeback.answerBy());
    }
}
