package org.townloop.surface.portal;

import org.jspecify.annotations.Nullable;

/**
 * What of an order is paid at its place.
 *
 * @param price of all of it
 * @param label whether it is still to be paid, or was
 * @param noted what the place has noted; null if nothing
 */
record AtPlace(
        String price, String label, String amount, @Nullable String noted) {}
