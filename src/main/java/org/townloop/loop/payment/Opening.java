package org.townloop.loop.payment;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.Combiner;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Turns;

/** Notes that payments wait for their payers, combined: those that come while others are in the database are noted next. */
@Component
class Opening {

    private static final Logger LOG = LoggerFactory.getLogger(Opening.class);
    private static final int MOST_WAITING = 4000;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** For a lock that somebody has: longer, and each is noted apart. As long as holds that are combined wait. */
    private static final Duration LOCKED = Duration.ofMillis(200);

    private final Combiner<Opened, Boolean> combiner;
    private final int most;
    private final Intents intents;
    private final Turns turns;
    private final Atomically atomically;
    private final TransactionTemplate transaction;

    Opening(
            Intents intents,
            Turns turns,
            Atomically atomically,
            PlatformTransactionManager transactions,
            @Value("${townloop.checkout.together}") int most) {
        this.combiner = new Combiner<>(most, MOST_WAITING, PATIENCE, this::together);
        this.most = most;
        this.intents = intents;
        this.turns = turns;
        this.atomically = atomically;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Notes it, unless more is known already. If too many wait it is left: the gateway is asked about it by the reconciler. */
    void note(Opened opened) {
        if (most == 1) {
            apart(opened);
            return;
        }
        try {
            if (combiner.ask(opened).isEmpty()) {
                LOG.warn("{} is not noted, and asked about again", opened.intent());
            }
        } catch (CannotCreateTransactionException e) {
            throw e; // there is no database for one of them either
        } catch (RuntimeException e) {
            LOG.info("{} is noted apart: {}", opened.intent(), e.toString());
            apart(opened);
        }
    }

    private void apart(Opened opened) {
        atomically.run(() -> Outcome.done(intents.pending(List.of(opened)).size()));
    }

    private List<Boolean> together(List<Opened> opened) {
        var noted = Objects.requireNonNull(transaction.execute(status -> {
            turns.waitAtMost(LOCKED);
            return intents.pending(opened);
        }));
        return opened.stream().map(each -> noted.contains(each.intent())).toList();
    }
}
