package org.townloop.loop.payment;

import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Together;
import org.townloop.base.kernel.Turns;

/** Notes that payments wait for their payers, combined: those that come while others are in the database are noted next. */
@Component
class Opening {

    private static final Logger LOG = LoggerFactory.getLogger(Opening.class);

    private final Together<Opened, Boolean> together;
    private final Intents intents;
    private final Turns turns;
    private final Atomically atomically;

    Opening(Intents intents, Turns turns, Atomically atomically, Together.Lines lines) {
        this.together = lines.of("openings", this::noted);
        this.intents = intents;
        this.turns = turns;
        this.atomically = atomically;
    }

    /** Notes it, unless more is known already. If too many wait it is left: the gateway is asked about it by the reconciler. */
    void note(Opened opened) {
        together.ask(opened, () -> apart(opened), () -> left(opened));
    }

    private static boolean left(Opened opened) {
        LOG.warn("{} is not noted, and asked about again", opened.intent());
        return false;
    }

    private boolean apart(Opened opened) {
        return atomically.run(() -> Outcome.done(intents.pending(List.of(opened)))) instanceof Outcome.Done<?>;
    }

    private List<Optional<Boolean>> noted(List<Opened> opened) {
        turns.waitAtMost(Together.LOCKED);
        var noted = intents.pending(opened);
        return opened.stream()
                .map(each -> Optional.of(noted.contains(each.intent())))
                .toList();
    }
}
