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
            "ordering",
            "ordering :: agenda",
            "ledger",
            "voucher",
            "visit",
            "feedback",
            "checkout",
            "quote",
            "page"
        })
@NullMarked
package org.townloop.surface.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
