package org.townloop.surface.office;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.loop.checkout.Audit;
import org.townloop.loop.ledger.Broken;

/** Checks the books when an operator asks, and keeps what was found until the next time or the end of the process. */
@Component
class BookChecks {

    /** What a check found. */
    record Result(Instant at, List<Broken> broken) {}

    private final Audit audit;
    private final Clock clock;
    private final AtomicReference<@Nullable Result> last = new AtomicReference<>();

    BookChecks(Audit audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    void run() {
        last.set(new Result(clock.instant(), audit.run()));
    }

    @Nullable
    Result last() {
        return last.get();
    }
}
