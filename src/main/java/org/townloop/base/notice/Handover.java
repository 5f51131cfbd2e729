package org.townloop.base.notice;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came of handing a message to a gateway. Reasons are kept and shown: they name no person, number or address. */
public sealed interface Handover {

    /** @param reference the gateway's own, empty if it gave none */
    record Accepted(String reference) implements Handover {}

    /**
     * Perhaps it was sent, perhaps not: it is tried again.
     *
     * @param after not before so long, null if the gateway did not say
     */
    record Later(String reason, @Nullable Duration after) implements Handover {}

    /** It will never be taken. */
    record Never(String reason) implements Handover {}

    /** The receiver is no more: nothing needs to be sent there again. */
    record Gone(String reason) implements Handover {}

    static Handover later(String reason) {
        return new Later(reason, null);
    }
}
