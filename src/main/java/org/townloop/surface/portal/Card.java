package org.townloop.surface.portal;

import gg.jte.Content;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A hit as a card: what, where, how much, when next, how good, says who.
 *
 * @param anchor its name on the page, for the map's pins
 * @param place its name; a listing's title is the same
 * @param href the offer's page; null for a listing
 * @param price null for a listing
 * @param ad whether it is told of and not sold here
 * @param byQuote whether it is priced for each case
 * @param online whether nobody comes for it: it is opened on a page
 * @param claims what the shop says of it
 * @param starts the next free times
 * @param facts what the source says of a listing
 * @param source whom a listing is from
 * @param fresh whether nobody has verified the merchant yet
 * @param deal that it is sold in one now, and how many are left; null if it is not
 */
record Card(
        String anchor,
        @Nullable String href,
        Content picture,
        String title,
        String trade,
        String place,
        String address,
        @Nullable String distance,
        @Nullable String price,
        @Nullable String duration,
        boolean ad,
        boolean byQuote,
        boolean online,
        List<String> claims,
        Score score,
        List<Start> starts,
        List<Claim> facts,
        @Nullable String source,
        boolean fresh,
        @Nullable String deal) {

    /** A free time to tap. */
    record Start(String label, String machine, String href) {}
}
