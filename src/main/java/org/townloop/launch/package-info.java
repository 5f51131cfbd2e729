/**
 * The start of the program: its commands, its own PostgreSQL, and the wiring of the two. It may use every module and
 * owns no schema.
 */
@ApplicationModule(
        id = "launch",
        allowedDependencies = {
            "kernel",
            "region",
            "identity",
            "pack",
            "merchant",
            "merchant :: hours",
            "merchant :: listing",
            "offer",
            "booking",
            "ordering",
            "payment",
            "ledger",
            "voucher",
            "checkout",
            "deal",
            "coupon",
            "screening",
            "page"
        })
@NullMarked
package org.townloop.launch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
