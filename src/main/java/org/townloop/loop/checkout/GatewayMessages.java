package org.townloop.loop.checkout;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.AuditTrail;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.loop.payment.Webhooks;

/** Messages of gateways that contradict what we know: operators find out what has happened, and settle them. */
@Component
public class GatewayMessages {

    private final Webhooks webhooks;
    private final AuditTrail audit;
    private final Atomically atomically;

    GatewayMessages(Webhooks webhooks, AuditTrail audit, Atomically atomically) {
        this.webhooks = webhooks;
        this.audit = audit;
        this.atomically = atomically;
    }

    /**
     * Notes what an operator has found out, who runs an office. Once settled it stays as it is.
     *
     * @param note 1 to {@value Webhooks#LONGEST_NOTE} characters
     * @return the message's id
     * @throws Absent if there is none that is open
     */
    public Outcome<String> note(Actor operator, String gateway, String eventId, String note, boolean settled) {
        var said = note.strip();
        if (said.isEmpty() || said.codePointCount(0, said.length()) > Webhooks.LONGEST_NOTE) {
            return Outcome.refused(
                    Refusal.of(CheckoutReason.NOTE_INVALID, "note", Map.of("max", Webhooks.LONGEST_NOTE)));
        }
        return atomically.run(() -> {
            if (!webhooks.note(gateway, eventId, operator.person(), said, settled)) {
                throw new Absent("an open message " + eventId + " of " + gateway);
            }
            audit.note(operator.person(), settled ? "gateway-message-settled" : "gateway-message-noted", eventId);
            return Outcome.done(eventId);
        });
    }
}
