package org.townloop.loop.payment;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Together;

/**
 * Hears what gateways say. That money has arrived is heard together with whatever arrives while others are in the database,
 * in one transaction; all else, and what fails for all of them, each in its own.
 */
@Component
class Hearing {

    private final Together<Word, Outcome<Receipt>> together;
    private final CaptureBatch batch;
    private final StoredMessages messages;
    private final Consequences consequences;
    private final Atomically atomically;

    Hearing(
            CaptureBatch batch,
            StoredMessages messages,
            Consequences consequences,
            Atomically atomically,
            Together.Lines lines) {
        this.together = lines.of("captures", this::receipts);
        this.batch = batch;
        this.messages = messages;
        this.consequences = consequences;
        this.atomically = atomically;
    }

    /**
     * Draws the consequences, once.
     *
     * @return refused with {@link PaymentReason#GATEWAY_RUSH} if too many wait, or for too long: then nothing was done
     * @throws IllegalStateException inside a transaction: what others are told must be committed
     */
    Outcome<Receipt> hear(Word word) {
        return word.event() instanceof GatewayEvent.PaymentCaptured
                ? together.ask(word, () -> apart(word), () -> Outcome.refused(PaymentReason.GATEWAY_RUSH))
                : apart(word);
    }

    private List<Optional<Outcome<Receipt>>> receipts(List<Word> words) {
        return batch.receipts(words).stream()
                .map(receipt -> receipt.map(Outcome::done))
                .toList();
    }

    /** In a transaction of its own, which may wait for others. */
    private Outcome<Receipt> apart(Word word) {
        return atomically.run(() -> Outcome.done(
                switch (word) {
                    case Word.Message message -> receipt(message);
                    case Word.Reply reply -> receipt(reply);
                }));
    }

    private Receipt receipt(Word.Message message) {
        if (!messages.claim(message)) {
            return Receipt.DUPLICATE;
        }
        var verdict = consequences.of(message.gateway(), message.event());
        messages.conclude(message, verdict);
        return verdict.receipt();
    }

    private Receipt receipt(Word.Reply reply) {
        var verdict = consequences.of(reply.gateway(), reply.event());
        messages.answered(reply, verdict);
        return verdict.receipt();
    }
}
