package org.townloop.loop.reconciliation;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.townloop.loop.checkout.Chore;

/** Reads the reports of the days that are over, gateway by gateway. */
@Component
class ReconciliationChores implements Chore {

    private static final Logger LOG = LoggerFactory.getLogger(ReconciliationChores.class);

    private final Reconciliation reconciliation;

    ReconciliationChores(Reconciliation reconciliation) {
        this.reconciliation = reconciliation;
    }

    @Override
    public String name() {
        return "reconcile";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(30);
    }

    @Override
    public boolean callsGateways() {
        return true;
    }

    /** One gateway that fails does not keep the others from being read. */
    @Override
    public void run() {
        for (var gateway : reconciliation.gateways()) {
            try {
                reconciliation.readDue(gateway);
            } catch (RuntimeException e) {
                LOG.error("the report of {} could not be compared; it is tried again", gateway, e);
            }
        }
    }
}
