/**
 * When staff and resources are taken, and when they are free: holds that expire, bookings that do not, and the free
 * times that are shown. Nobody and nothing is in two places at once. Owns the schema {@code booking}.
 */
@ApplicationModule(
        id = "booking",
        allowedDependencies = {"kernel", "kernel :: wire", "identity", "region", "notice", "pack", "merchant", "offer"})
@NullMarked
package org.townloop.supply.booking;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
