/**
 * The desk: a merchant's day, what customers say, and a statement that can be checked with a pencil. It holds pages
 * and no rule, and owns no schema.
 */
@ApplicationModule(
        id = "desk",
        allowedDependencies = {
            "kernel",
            "region",
            "identity",
            "notice",
            "media",
            "pack",
            "merchant",
            "merchant :: hours",
            "offer",
            "booking",
            "deal",
            "coupon",
            "ordering",
            "ordering :: agenda",
            "invoice",
            "ledger",
            "payment",
            "payout",
            "voucher",
            "visit",
            "feedback",
            "checkout",
            "quote",
            "dispute",
            "page"
        })
@NullMarked
package org.townloop.surface.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
