/**
 * Payouts: what merchants and partners earned goes to their banks, in runs, each amount once; what the bank answers is
 * read from its file. Owns the schema {@code payout}.
 */
@ApplicationModule(
        id = "payout",
        allowedDependencies = {
            "kernel",
            "region",
            "identity",
            "notice",
            "merchant",
            "ordering",
            "payment",
            "ledger",
            "checkout"
        })
@NullMarked
package org.townloop.loop.payout;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
