/**
 * Stored value: gift vouchers, passes and balances that somebody owns, and what of them is set aside for an order; what is
 * left on one stands in the ledger. Owns the schema {@code stored}.
 */
@ApplicationModule(
        id = "stored",
        allowedDependencies = {"kernel", "region", "identity", "merchant", "offer", "ordering", "ledger"})
@NullMarked
package org.townloop.loop.stored;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
