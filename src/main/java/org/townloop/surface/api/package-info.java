/**
 * The JSON API that outsiders use, as docs and OpenAPI describe it; errors are problem details (RFC 9457). Owns no
 * schema.
 */
@ApplicationModule(
        id = "api",
        allowedDependencies = {
            "kernel",
            "region",
            "identity",
            "pack",
            "merchant",
            "offer",
            "booking",
            "screening",
            "deal",
            "coupon",
            "ordering",
            "invoice",
            "payment",
            "ledger",
            "stored",
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
package org.townloop.surface.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
