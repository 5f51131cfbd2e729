package org.townloop.base.kernel;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Acts of one kind by all who ask at the same moment, written by one transaction ({@link Combiner}). Whom the batch leaves out,
 * because somebody would have to be waited for, and all of a batch that failed, act apart: nobody is kept waiting by another,
 * and a bad one fails alone.
 *
 * @param <Q> what is asked
 * @param <A> what is answered
 */
public final class Together<Q, A> {

    /** How long somebody stands in the line at most. */
    public static final Duration PATIENCE = Duration.ofSeconds(10);

    /** For how long a batch may wait for a lock that somebody has, since the town waits with it: longer, and each acts apart. */
    public static final Duration LOCKED = Duration.ofMillis(200);

    private static final Logger LOG = LoggerFactory.getLogger(Together.class);
    private static final int MOST_WAITING = 4000;

    /** What became of one who asked. */
    public sealed interface Answer<A> {

        record Given<A>(A answer) implements Answer<A> {}

        /** Left out: somebody would have to be waited for. Nothing was done. */
        record LeftOut<A>() implements Answer<A> {}

        /** The batch failed, and nothing of it was done; alone it may be. */
        record Failed<A>() implements Answer<A> {}

        /** Too many wait, or for too long. Nothing was done. */
        record TurnedAway<A>() implements Answer<A> {}
    }

    /** Makes them all, with the same bound and on the same database. */
    @Component
    public static final class Lines {

        private final TransactionTemplate transaction;
        private final int most;

        public Lines(PlatformTransactionManager transactions, @Value("${townloop.checkout.together}") int most) {
            this.transaction = new TransactionTemplate(transactions);
            this.most = most;
        }

        /**
         * @param what is asked, in the plural, for the log
         * @param batch in one transaction: an answer for each, in their order; nothing for whom it leaves out
         */
        public <Q, A> Together<Q, A> of(String what, Function<List<Q>, List<Optional<A>>> batch) {
            return around(what, asked -> inTransaction(() -> batch.apply(asked)));
        }

        /** The same of a batch that does something before its transaction, or after. */
        public <Q, A> Together<Q, A> around(String what, Function<List<Q>, List<Optional<A>>> batch) {
            return new Together<>(what, most, batch);
        }

        /** A batch's one transaction. */
        public <T> T inTransaction(Supplier<T> work) {
            return Objects.requireNonNull(transaction.execute(_ -> work.get()));
        }
    }

    private final String what;
    private final int most;
    private final Function<List<Q>, List<Optional<A>>> batch;
    private final Combiner<Q, Optional<A>> combiner;

    private Together(String what, int most, Function<List<Q>, List<Optional<A>>> batch) {
        this.what = what;
        this.most = most;
        this.batch = batch;
        this.combiner = new Combiner<>(most, MOST_WAITING, PATIENCE, this::answers);
    }

    /** Whether there is anybody to act together with; else each acts apart. */
    public boolean isMeant() {
        return most > 1;
    }

    /**
     * Asks among others, who in the end acts apart if that is not to be.
     *
     * @param apart in a transaction of its own, which may wait for others
     * @param turnedAway what is said if too many wait, or for too long
     * @throws IllegalStateException inside a transaction: what others are told must be committed
     */
    public A ask(Q asked, Supplier<A> apart, Supplier<A> turnedAway) {
        return switch (ask(asked, PATIENCE)) {
            case Answer.Given<A>(var answer) -> answer;
            case Answer.LeftOut<A> _, Answer.Failed<A> _ -> apart.get();
            case Answer.TurnedAway<A> _ -> turnedAway.get();
        };
    }

    /**
     * The same of somebody who has so much patience left, and decides what then.
     *
     * @throws IllegalStateException inside a transaction: what others are told must be committed
     * @throws RuntimeException if there is no database, or no room in it, for one of them either
     */
    public Answer<A> ask(Q asked, Duration patience) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a transaction is under way already");
        }
        if (!isMeant()) {
            return new Answer.LeftOut<>();
        }
        try {
            return combiner.ask(asked, patience)
                    .map(given -> given.<Answer<A>>map(Answer.Given::new).orElseGet(Answer.LeftOut::new))
                    .orElseGet(Answer.TurnedAway::new);
        } catch (RuntimeException e) {
            if (isForAll(e)) {
                throw e;
            }
            return new Answer.Failed<>();
        }
    }

    private List<Optional<A>> answers(List<Q> asked) {
        try {
            return batch.apply(asked);
        } catch (RuntimeException e) {
            note(asked.size(), e);
            throw e;
        }
    }

    /** Two who stand in each other's way are nothing to look after, nor is an outage here; whatever else fails for all is. */
    private void note(int asked, RuntimeException failure) {
        if (Outage.of(failure).isPresent()) {
            LOG.info("{} {} cannot be answered together: {}", asked, what, failure.toString());
        } else {
            LOG.error("{} {} could not be answered together, and are answered apart", asked, what, failure);
        }
    }

    private static boolean isForAll(RuntimeException failure) {
        return Outage.of(failure).filter(outage -> outage != Outage.CROWDED).isPresent();
    }
}
