/**
 * Brings in places that a data set tells of, as listings: they can be found, and booked once their merchant takes them
 * over.
 */
@NamedInterface("listing")
@NullMarked
package org.townloop.supply.merchant.listing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
