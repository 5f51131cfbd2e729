/**
 * The office: a region's loop as one picture with its leaks, the lists behind the numbers, and what needs an operator.
 * It holds pages and no rule, and owns no schema.
 */
@ApplicationModule(
        id = "office",
        allowedDependencies = {
            "kernel",
            "region",
            "identity",
            "notice",
            "media",
            "pack",
            "merchant",
            "offer",
            "ordering",
            "payment",
            "ledger",
            "payout",
            "reconciliation",
            "invoice",
            "voucher",
            "visit",
            "feedback",
            "checkout",
            "stored",
            "coupon",
            "dispute",
            "page"
        })
@NullMarked
package org.townloop.surface.office;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
