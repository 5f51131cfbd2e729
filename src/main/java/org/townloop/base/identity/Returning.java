package org.townloop.base.identity;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** At each start, before anything else works with people: whoever came back with an old backup is erased again. */
@Component
class Returning implements SmartLifecycle {

    /** After a demo town was founded, before any job or reader of events. */
    private static final int EARLY = Integer.MIN_VALUE + 1;

    private final Erasures erasures;
    private volatile boolean running;

    Returning(Erasures erasures) {
        this.erasures = erasures;
    }

    @Override
    public void start() {
        erasures.replay();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return EARLY;
    }
}
