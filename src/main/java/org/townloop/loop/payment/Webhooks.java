package org.townloop.loop.payment;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;

/** Where gateways tell us what became of a payment: over and over, in any order, and not always truthfully. */
@Component
public class Webhooks {

    /** In bytes; a gateway's message is a hundredth of it. */
    public static final int LARGEST_BODY = 65_536;

    private final Gateways gateways;
    private final StoredMessages messages;
    private final Consequences consequences;
    private final Atomically atomically;
    private final Clock clock;

    Webhooks(
            Gateways gateways, StoredMessages messages, Consequences consequences, Atomically atomically, Clock clock) {
        this.gateways = gateways;
        this.messages = messages;
        this.consequences = consequences;
        this.atomically = atomically;
        this.clock = clock;
    }

    /**
     * Stores a genuine message and applies it, both in one transaction of its own.
     *
     * @param body the bytes as they came: the signature is over them
     * @param header gives a header by its name, in any case, or null
     * @return done once it is stored, to be answered with 2xx; refused, with nothing stored, if it is forged, stale,
     *     unreadable, too large or meant for another, to be answered with 4xx
     */
    public Outcome<Receipt> receive(String gateway, byte[] body, Function<String, @Nullable String> header) {
        var known = gateways.find(gateway);
        if (known.isEmpty()) {
            return Outcome.refused(Refusal.of(PaymentReason.GATEWAY_UNKNOWN, "gateway"));
        }
        if (body.length > LARGEST_BODY) {
            return Outcome.refused(PaymentReason.WEBHOOK_TOO_LARGE);
        }
        return switch (known.get().read(body, header, clock.instant())) {
            case Outcome.Refused<Gateway.Message>(var refusal) -> Outcome.refused(refusal);
            case Outcome.Done<Gateway.Message>(var message) ->
                atomically.run(() -> Outcome.done(store(gateway, message, new String(body, StandardCharsets.UTF_8))));
        };
    }

    /** The latest messages that contradict what we know, for an operator. */
    public List<QuarantinedMessage> quarantined(int limit) {
        return messages.quarantined(limit);
    }

    private Receipt store(String gateway, Gateway.Message message, String body) {
        if (!messages.claim(gateway, message.eventId(), body)) {
            return Receipt.DUPLICATE;
        }
        var verdict = consequences.of(gateway, message.event());
        messages.conclude(gateway, message.eventId(), verdict);
        return verdict.receipt();
    }
}
