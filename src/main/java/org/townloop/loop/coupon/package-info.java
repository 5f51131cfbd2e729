/**
 * Coupons: what takes something off the price of an order, paid by its merchant or, out of a budget, by the platform; how many
 * there are, and who has had one. Owns the schema {@code coupon}.
 */
@ApplicationModule(
        id = "coupon",
        allowedDependencies = {"kernel", "region", "identity", "merchant", "offer", "ordering"})
@NullMarked
package org.townloop.loop.coupon;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
