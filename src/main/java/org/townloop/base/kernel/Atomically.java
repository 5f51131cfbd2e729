package org.townloop.base.kernel;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One transaction: all of the work, or none of it. A refusal rolls back. A deadlock, a serialisation failure, a lock that was
 * not free in time, or something that was changed since it was read, runs the whole work again, at most {@value #ATTEMPTS}
 * times, and not once it has taken so long that whoever asked is better told.
 */
@Component
public class Atomically {

    private static final int ATTEMPTS = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final TransactionTemplate transaction;

    Atomically(PlatformTransactionManager transactions) {
        this.transaction = new TransactionTemplate(transactions);
    }

    /** @throws IllegalStateException inside another transaction, whose half it would be */
    public <T> Outcome<T> run(Supplier<Outcome<T>> work) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a transaction is under way already");
        }
        var until = System.nanoTime() + PATIENCE.toNanos();
        for (int attempt = 1; ; attempt++) {
            try {
                return once(work);
            } catch (RuntimeException e) {
                if (attempt == ATTEMPTS || System.nanoTime() > until || !isCrowded(e)) {
                    throw e;
                }
                pause(attempt);
            }
        }
    }

    private static boolean isCrowded(RuntimeException failure) {
        return Outage.of(failure).equals(Optional.of(Outage.CROWDED));
    }

    private <T> Outcome<T> once(Supplier<Outcome<T>> work) {
        Outcome<T> outcome = transaction.execute(status -> {
            var result = work.get();
            if (result instanceof Outcome.Refused<T>) {
                status.setRollbackOnly();
            }
            return result;
        });
        if (outcome == null) {
            throw new IllegalStateException("the work had no outcome");
        }
        return outcome;
    }

    private static void pause(int attempt) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextInt(5, 20) * (long) attempt);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
