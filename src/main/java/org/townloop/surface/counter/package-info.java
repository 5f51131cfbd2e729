/**
 * The counter: a token is typed, pasted or read by a hand scanner, and the verdict fills the screen; below it, who is
 * expected today. A device that is set up keeps the scripts below {@code static/counter} and works with no network. It
 * holds pages and no rule, and owns no schema.
 */
@ApplicationModule(
        id = "counter",
        allowedDependencies = {
            "kernel",
            "region",
            "identity",
            "merchant",
            "pack",
            "offer",
            "booking",
            "ordering",
            "stored",
            "voucher",
            "visit",
            "checkout",
            "page"
        })
@NullMarked
package org.townloop.surface.counter;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
