/** Reads calendars that others keep (RFC 5545), for the times at which their owners are busy. */
@NullMarked
package org.townloop.supply.booking.ical;

import org.jspecify.annotations.NullMarked;
