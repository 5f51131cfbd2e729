package org.townloop.loop.checkout;

import java.time.Duration;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.townloop.base.kernel.Combiner;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Turns;
import org.townloop.loop.voucher.ScanAnswer;

/**
 * Scans of all the town's counters, combined: those that come while others are in the database are judged together next, in
 * one transaction, one after the other. What a device has queued is a batch already, and stays by itself.
 */
@Component
class ScanCombiner {

    private static final Logger LOG = LoggerFactory.getLogger(ScanCombiner.class);
    private static final int MOST_WAITING = 4000;
    private static final int FEW = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** For a lock that somebody has: longer, and each request is judged apart. As long as holds that are combined wait. */
    private static final Duration LOCKED = Duration.ofMillis(200);

    private final Combiner<ScanBatches.Read, Optional<List<ScanAnswer>>> combiner;
    private final int most;
    private final ScanBatches batches;
    private final FreeScans free;
    private final Turns turns;
    private final TransactionTemplate transaction;

    ScanCombiner(
            ScanBatches batches,
            FreeScans free,
            Turns turns,
            PlatformTransactionManager transactions,
            @Value("${townloop.checkout.together}") int most) {
        this.combiner = new Combiner<>(most, MOST_WAITING, PATIENCE, this::together);
        this.most = most;
        this.batches = batches;
        this.free = free;
        this.turns = turns;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Judges the scans of one request among those of others.
     *
     * @return the answers, or refused with {@link CheckoutReason#RUSH} if too many wait, or for too long; empty if they are to
     *     be judged apart
     */
    Optional<Outcome<List<ScanAnswer>>> judge(ScanBatches.From from, List<Scan> items) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a transaction is under way already");
        }
        if (most == 1 || items.size() > FEW || items.stream().anyMatch(Scan::isOffline)) {
            return Optional.empty();
        }
        try {
            var asked = combiner.ask(batches.read(from, items));
            return asked.isEmpty()
                    ? Optional.of(Outcome.refused(CheckoutReason.RUSH))
                    : asked.get().map(Outcome::done);
        } catch (CannotCreateTransactionException e) {
            throw e; // there is no database for one of them either
        } catch (RuntimeException e) {
            return Optional.empty(); // a bad one fails alone
        }
    }

    private List<Optional<List<ScanAnswer>>> together(List<ScanBatches.Read> requests) {
        try {
            return Objects.requireNonNull(transaction.execute(status -> answers(requests)));
        } catch (RuntimeException e) {
            note(requests.size(), e);
            throw e;
        }
    }

    /** Requests of which somebody else has an order are left out, and judged apart. */
    private List<Optional<List<ScanAnswer>>> answers(List<ScanBatches.Read> requests) {
        turns.waitAtMost(LOCKED);
        var judged = free.of(requests);
        var answers = new IdentityHashMap<ScanBatches.Read, List<ScanAnswer>>();
        if (!judged.isEmpty()) {
            var given = given(judged);
            for (int i = 0; i < given.size(); i++) {
                answers.put(judged.get(i), given.get(i));
            }
        }
        return requests.stream()
                .map(read -> Optional.ofNullable(answers.get(read)))
                .toList();
    }

    private List<List<ScanAnswer>> given(List<ScanBatches.Read> requests) {
        return switch (batches.judgeEach(requests)) {
            case Outcome.Done<List<List<ScanAnswer>>>(var answers) -> answers;
            case Outcome.Refused<List<List<ScanAnswer>>> _ ->
                throw new OptimisticLockingFailureException("a nonce was taken meanwhile, or a device was revoked");
        };
    }

    /** Two who stand in each other's way are nothing to look after; whatever else fails for all is. */
    private static void note(int requests, RuntimeException e) {
        if (e instanceof ConcurrencyFailureException || e instanceof CannotCreateTransactionException) {
            LOG.info("the scans of {} requests are judged apart: {}", requests, e.toString());
        } else {
            LOG.error("the scans of {} requests could not be combined, and are judged apart", requests, e);
        }
    }
}
