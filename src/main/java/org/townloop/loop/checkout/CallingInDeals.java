package org.townloop.loop.checkout;

import java.time.Duration;
import org.springframework.stereotype.Component;
import org.townloop.loop.deal.DealCalls;
import org.townloop.loop.deal.DealClosings;

/** Opens deals, calls those who stand in line for them, and closes them, without being asked. */
@Component
class CallingInDeals implements Chore {

    private static final int BATCH = 200;

    private final DealCalls calls;
    private final DealClosings closings;

    CallingInDeals(DealCalls calls, DealClosings closings) {
        this.calls = calls;
        this.closings = closings;
    }

    @Override
    public String name() {
        return "call-in-deals";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(1);
    }

    @Override
    public void run() {
        calls.callDue(BATCH);
        closings.closeDue(BATCH);
    }
}
