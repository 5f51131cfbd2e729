package org.townloop.loop.payment;

import java.util.List;

/**
 * Is told, once each, what became of a payment, inside the transaction that records it: if the listener fails, nothing
 * was recorded, and the gateway tells again or is asked again.
 */
public interface CaptureListener {

    /**
     * The money of some payments has arrived: each order gets its share. For one order it may arrive twice, by two intents,
     * at once too.
     *
     * @param intents at least one, each once
     */
    void captured(List<Intent> intents);

    /** There will be no money from this intent, unless it is captured after all. */
    void declined(Intent intent);

    /** The gateway has given the money back. */
    void refunded(Refund refund);

    /** The gateway will not give the money back: it is still owed. */
    void refundFailed(Refund refund);
}
