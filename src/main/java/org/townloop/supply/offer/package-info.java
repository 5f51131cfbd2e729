/**
 * What a place sells, in versions: an order names the version it was sold under, so that a price or a promise cannot
 * change behind its back. Owns the schema {@code offer}.
 */
@ApplicationModule(
        id = "offer",
        allowedDependencies = {"kernel", "region", "identity", "pack", "merchant"})
@NullMarked
package org.townloop.supply.offer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
