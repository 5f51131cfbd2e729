package org.townloop.surface.portal;

import java.util.List;

/**
 * What of an order is paid at its place.
 *
 * @param price of all of it
 * @param label whether it is still to be paid, or was
 * @param noted what the place has noted, a sentence each
 */
record AtPlace(String price, String label, String amount, List<String> noted) {}
