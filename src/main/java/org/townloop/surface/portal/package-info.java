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
            "ordering",
            "ordering :: agenda",
            "payment",
            "ledger",
            "voucher",
            "visit",
            "feedback",
            "checkout",
            "quote",
            "page"
        })
@NullMarked
package org.townloop.surface.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
