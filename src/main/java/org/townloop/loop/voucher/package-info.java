/**
 * Vouchers: what a paid resident shows at a counter. Each unit is signed (ES256), names one place, and is redeemed at
 * most once. Owns the schema {@code voucher}; the private keys stay in the data folder.
 */
@ApplicationModule(
        id = "voucher",
        allowedDependencies = {"kernel", "region", "identity", "pack", "merchant", "offer", "ordering"})
@NullMarked
package org.townloop.loop.voucher;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
