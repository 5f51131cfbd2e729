package org.townloop.surface.portal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How something that is held may be paid.
 *
 * @param gateways by which of them it may be paid online; none if it may not be
 * @param onlyAtShop why it is not paid online, in a sentence; null if it is
 * @param atShop whether it may be paid at the shop as far as it was agreed
 * @param notAtShop why its resident may not choose so now, in a sentence; null if they may
 */
record PayWays(
        List<String> gateways,
        @Nullable String onlyAtShop,
        boolean atShop,
        @Nullable String notAtShop) {

    boolean isOnline() {
        return !gateways.isEmpty();
    }

    /** Whether they may book it without paying. */
    boolean isChoice() {
        return atShop && notAtShop == null;
    }
}
