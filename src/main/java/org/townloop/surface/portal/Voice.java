package org.townloop.surface.portal;

import org.jspecify.annotations.Nullable;

/**
 * What a neighbour said.
 *
 * @param who as much of the name as others need to know
 * @param rating 1 to 5
 * @param about the offer, where that is not clear; null where it is
 * @param reply what the shop answered
 */
record Voice(
        String who,
        int rating,
        @Nullable String text,
        String when,
        @Nullable About about,
        @Nullable String reply) {

    /** The offer that was had. */
    record About(String title, String place, String href) {}
}
