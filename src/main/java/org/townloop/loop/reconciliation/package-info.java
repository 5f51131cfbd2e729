/**
 * Reconciliation: what gateways say that they booked, day by day, held against what we know; their fees are booked, and
 * what differs waits for somebody at the office. Owns the schema {@code reconciliation}.
 */
@ApplicationModule(
        id = "reconciliation",
        allowedDependencies = {"kernel", "region", "identity", "payment", "ledger", "checkout"})
@NullMarked
package org.townloop.loop.reconciliation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
