package org.townloop.loop.checkout;

import java.time.Duration;
import org.springframework.stereotype.Component;
import org.townloop.supply.booking.SessionDecisions;

/** Decides sessions whose deadline has passed, without being asked. */
@Component
class DecidingSessions implements Chore {

    private static final int BATCH = 200;

    private final SessionDecisions decisions;

    DecidingSessions(SessionDecisions decisions) {
        this.decisions = decisions;
    }

    @Override
    public String name() {
        return "decide-sessions";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(2);
    }

    @Override
    public void run() {
        decisions.decideDue(BATCH);
    }
}
