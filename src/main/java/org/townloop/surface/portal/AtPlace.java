package org.townloop.surface.portal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What of an order is paid at its place.
 *
 * @param price of all of it
 * @param label whether it is still to be paid, or was
 * @param noted what the place has noted, a sentence each
 * @param back what the place is to give back; null if nothing
 */
record AtPlace(
        String price,
        String label,
        String amount,
        List<String> noted,
        @Nullable String back) {}
