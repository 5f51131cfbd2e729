package org.townloop.loop.payment;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.Combiner;
import org.townloop.base.kernel.Outcome;

/**
 * Hears what gateways say. That money has arrived is heard together with whatever arrives while others are in the database,
 * in one transaction; all else, and what fails for all of them, each in its own.
 */
@Component
class Hearing {

    private static final Logger LOG = LoggerFactory.getLogger(Hearing.class);
    private static final int MOST_WAITING = 4000;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Combiner<Word, Optional<Receipt>> combiner;
    private final int most;
    private final CaptureBatch batch;
    private final StoredMessages messages;
    private final Consequences consequences;
    private final Atomically atomically;
    private final TransactionTemplate transaction;

    Hearing(
            CaptureBatch batch,
            StoredMessages messages,
            Consequences consequences,
            Atomically atomically,
            PlatformTransactionManager transactions,
            @Value("${townloop.checkout.together}") int most) {
        this.combiner = new Combiner<>(most, MOST_WAITING, PATIENCE, this::together);
        this.most = most;
        this.batch = batch;
        this.messages = messages;
        this.consequences = consequences;
        this.atomically = atomically;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Draws the consequences, once.
     *
     * @return refused with {@link PaymentReason#GATEWAY_RUSH} if too many wait, or for too long: then nothing was done
     * @throws IllegalStateException inside a transaction: what others are told must be committed
     */
    Outcome<Receipt> hear(Word word) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a transaction is under way already");
        }
        return most > 1 && word.event() instanceof GatewayEvent.PaymentCaptured ? among(word) : apart(word);
    }

    private Outcome<Receipt> among(Word word) {
        try {
            var heard = combiner.ask(word);
            return heard.isEmpty()
                    ? Outcome.refused(PaymentReason.GATEWAY_RUSH)
                    : heard.get().map(Outcome::done).orElseGet(() -> apart(word));
        } catch (CannotCreateTransactionException e) {
            throw e; // there is no database for one of them either
        } catch (RuntimeException e) {
            return apart(word); // a bad one fails alone
        }
    }

    private List<Optional<Receipt>> together(List<Word> words) {
        try {
            return Objects.requireNonNull(transaction.execute(status -> batch.receipts(words)));
        } catch (RuntimeException e) {
            note(words.size(), e);
            throw e;
        }
    }

    /** Two who stand in each other's way are nothing to look after; whatever else fails for all is. */
    private static void note(int words, RuntimeException e) {
        if (e instanceof ConcurrencyFailureException || e instanceof CannotCreateTransactionException) {
            LOG.info("{} captures are heard apart: {}", words, e.toString());
        } else {
            LOG.error("{} captures could not be combined, and are heard apart", words, e);
        }
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
