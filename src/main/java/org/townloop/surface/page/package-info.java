/**
 * What every surface shares: pages from compiled templates, the layout and its look, texts and formats in both
 * languages, and who is asking. It knows no rule of the business and owns no schema.
 */
@ApplicationModule(
        id = "page",
        allowedDependencies = {
            "kernel",
            "region",
            "identity",
            "media",
            "pack",
            "merchant",
            "offer",
            "ordering",
            "coupon",
            "payout",
            "quote",
            "dispute",
            "invoice"
        })
@NullMarked
package org.townloop.surface.page;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
