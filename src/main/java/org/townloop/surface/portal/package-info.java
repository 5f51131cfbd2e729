/**
 * The residents' portal: what is on in town, search, offers, checkout and one's own loop. It holds pages and no rule,
 * and owns no schema.
 */
@ApplicationModule(
        id = "portal",
        allowedDependencies = {
            "kernel",
            "region",
            "identity",
            "notice",
            "media",
            "notice :: push",
            "pack",
            "merchant",
            "merchant :: listing",
            "offer",
            "booking",
            "screening",
            "deal",
            "coupon",
            "ordering",
            "ordering :: agenda",
            "invoice",
            "payment",
            "ledger",
            "stored",
            "voucher",
            "visit",
            "feedback",
            "checkout",
            "quote",
            "dispute",
            "page"
        })
@NullMarked
package org.townloop.surface.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
