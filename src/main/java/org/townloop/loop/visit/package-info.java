/**
 * Visits: that somebody is expected, that they came and had what they paid for. A redemption makes a visit, and only a
 * visit may be reviewed. Owns the schema {@code visit}.
 */
@ApplicationModule(
        id = "visit",
        allowedDependencies = {"kernel", "region", "identity", "merchant", "offer", "booking", "ordering", "voucher"})
@NullMarked
package org.townloop.loop.visit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
