package org.townloop.loop.payout;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.townloop.loop.checkout.Chore;

/** Makes the runs that are due, region by region. */
@Component
class PayoutChores implements Chore {

    private static final Logger LOG = LoggerFactory.getLogger(PayoutChores.class);

    private final BankAccountRows accounts;
    private final PayoutRuns runs;

    PayoutChores(BankAccountRows accounts, PayoutRuns runs) {
        this.accounts = accounts;
        this.runs = runs;
    }

    @Override
    public String name() {
        return "pay-out";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(10);
    }

    /** One region that fails does not keep the others from their money. */
    @Override
    public void run() {
        for (var region : accounts.regions()) {
            try {
                runs.make(region, null);
            } catch (RuntimeException e) {
                LOG.error("no payout run in region {}; it is tried again", region.number(), e);
            }
        }
    }
}
