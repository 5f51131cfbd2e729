package org.townloop.loop.payment;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;

/** Where gateways tell us what became of a payment: over and over, in any order, and not always truthfully. */
@Component
public class Webhooks {

    /** In bytes; a gateway's message is a hundredth of it. */
    public static final int LARGEST_BODY = 65_536;

    /** In characters. */
    public static final int LONGEST_NOTE = 2_000;

    private final Gateways gateways;
    private final StoredMessages messages;
    private final Hearing hearing;
    private final Clock clock;

    Webhooks(Gateways gateways, StoredMessages messages, Hearing hearing, Clock clock) {
        this.gateways = gateways;
        this.messages = messages;
        this.hearing = hearing;
        this.clock = clock;
    }

    /**
     * Stores a genuine message and applies it, both in one transaction.
     *
     * @param body the bytes as they came: the signature is over them
     * @param header gives a header by its name, in any case, or null
     * @return done once it is stored, to be answered with 2xx; refused, with nothing stored, if it is forged, stale,
     *     unreadable, too large or meant for another, to be answered with 4xx, or with {@link PaymentReason#GATEWAY_RUSH} if
     *     too many come at a time
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
                hearing.hear(new Word.Message(
                        gateway, message.eventId(), new String(body, StandardCharsets.UTF_8), message.event()));
        };
    }

    /** The latest messages that contradict what we know, and that no operator has done with. */
    public List<QuarantinedMessage> quarantined(int limit) {
        return messages.quarantined(limit);
    }

    /** Those that an operator has done with, the latest first. */
    public List<QuarantinedMessage> settled(int limit) {
        return messages.settled(limit);
    }

    /**
     * An operator says what they have found out about one of these, or that it is done with.
     *
     * @param note 1 to {@value #LONGEST_NOTE} characters
     * @return false if there is none that is open
     */
    @Transactional
    public boolean note(String gateway, String eventId, PersonId by, String note, boolean settled) {
        return messages.note(gateway, eventId, by, note, settled);
    }
}
