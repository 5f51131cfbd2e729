package org.townloop.surface.page;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Outage;
import org.townloop.base.kernel.Refusal;

/**
 * What is nobody's mistake, and passes: whoever asked is told to try again, and the operator is told what it is, once in a
 * second however many ask.
 */
@Component
public class Outages {

    private static final Logger LOG = LoggerFactory.getLogger(Outages.class);
    private static final long QUIET_NANOS = Duration.ofSeconds(1).toNanos();

    private long notedAt = System.nanoTime() - QUIET_NANOS;
    private int untold;

    /** What to tell whoever asked; nothing if the failure is none of these, and is to be looked into. */
    public Optional<Refusal> refusal(HttpServletRequest request, Throwable failure) {
        var outage = Outage.of(failure);
        outage.ifPresent(_ -> note(request, failure));
        return outage.map(what -> Refusal.of(
                switch (what) {
                    case CROWDED, AWAY -> RequestReason.TRY_AGAIN;
                    case FULL -> RequestReason.DISK_FULL;
                }));
    }

    private synchronized void note(HttpServletRequest request, Throwable failure) {
        var now = System.nanoTime();
        if (now - notedAt < QUIET_NANOS) {
            untold++;
            return;
        }
        LOG.warn(
                "{} {} and {} others cannot be answered now: {}",
                request.getMethod(),
                request.getRequestURI(),
                untold,
                NestedExceptionUtils.getMostSpecificCause(failure).getMessage());
        notedAt = now;
        untold = 0;
    }
}
