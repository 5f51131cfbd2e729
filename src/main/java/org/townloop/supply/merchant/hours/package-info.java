/**
 * Opening hours in OpenStreetMap's notation: reads a text, refuses what cannot be answered with the part it lies at, and
 * says what is open on each day. Knows nothing of places and tables.
 */
@NamedInterface("hours")
@NullMarked
package org.townloop.supply.merchant.hours;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
