package org.townloop.supply.booking;

import java.util.concurrent.atomic.LongAdder;
import org.springframework.stereotype.Component;

/** How travel times were come by since the start, for whoever watches. */
@Component
public class TravelCounts {

    private final LongAdder answered = new LongAdder();
    private final LongAdder unanswered = new LongAdder();
    private final LongAdder fellBack = new LongAdder();

    void answered() {
        answered.increment();
    }

    void unanswered() {
        unanswered.increment();
    }

    void fellBack() {
        fellBack.increment();
    }

    /** Tables that the server of routes gave. */
    public long tables() {
        return answered.sum();
    }

    /** Tables that it did not give, or not in time. */
    public long failures() {
        return unanswered.sum();
    }

    /** Ways that were reckoned by distance although there is a server. */
    public long byDistance() {
        return fellBack.sum();
    }
}
