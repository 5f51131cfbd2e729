/**
 * Merchants, their places, staff, resources and hours, and the places that no merchant has taken over yet, which can
 * be found but not booked. Owns the schema {@code merchant}.
 */
@ApplicationModule(
        id = "merchant",
        allowedDependencies = {"kernel", "region", "identity", "notice", "media", "pack"})
@NullMarked
package org.townloop.supply.merchant;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
