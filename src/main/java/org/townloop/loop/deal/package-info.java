/**
 * Deals: for a while so many pieces of an offer are sold at a lower price, and who comes while more is wanted than there is
 * stands in line for it. How many pieces are taken stands in the books of {@code booking}. Owns the schema {@code deal}.
 */
@ApplicationModule(
        id = "deal",
        allowedDependencies = {"kernel", "region", "identity", "notice", "merchant", "offer", "booking"})
@NullMarked
package org.townloop.loop.deal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
