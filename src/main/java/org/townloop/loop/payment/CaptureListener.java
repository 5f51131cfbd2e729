package org.townloop.loop.payment;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Is told, once each, what became of a payment, inside the transaction that records it: if the listener fails, nothing
 * was recorded, and the gateway tells again or is asked again.
 */
public interface CaptureListener {

    /**
     * Locks what some payments are for until the transaction ends, and waits for nobody: of these it will be told together.
     *
     * @return without those for which somebody else has something locked now
     */
    default Set<IntentId> lockFree(List<Intent> intents) {
        return intents.stream().map(Intent::id).collect(Collectors.toSet());
    }

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
