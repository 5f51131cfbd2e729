/**
 * The books: every amount that was captured, released, refunded, as transfers between two accounts that are never
 * changed afterwards; escrow records a claim on money that the gateway holds. Owns the schema {@code ledger}.
 */
@ApplicationModule(
        id = "ledger",
        allowedDependencies = {"kernel", "region"})
@NullMarked
package org.townloop.loop.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
