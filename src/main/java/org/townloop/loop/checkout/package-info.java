/**
 * The acts that touch several modules at once: hold, pay, cancel, redeem, and what the gateway tells. It owns their
 * transactions; each module writes its own tables in them. Owns no schema.
 */
@ApplicationModule(
        id = "checkout",
        allowedDependencies = {
            "kernel",
            "region",
            "identity",
            "notice",
            "media",
            "pack",
            "merchant",
            "offer",
            "booking",
            "deal",
            "coupon",
            "ordering",
            "payment",
            "ledger",
            "stored",
            "voucher",
            "visit",
            "feedback"
        })
@NullMarked
package org.townloop.loop.checkout;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
