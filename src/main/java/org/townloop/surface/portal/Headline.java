package org.townloop.surface.portal;

import java.util.ArrayList;
import org.townloop.surface.page.Page;

/** Says in one sentence what was asked and how many fit. */
final class Headline {

    private Headline() {}

    static String of(Page page, SearchAddress address, Wish wish, int total) {
        var what = address.first("q");
        var parts = new ArrayList<String>();
        parts.add(
                what.isEmpty()
                        ? page.text("portal.search.found", "count", total)
                        : page.text("portal.search.found-for", "count", total, "what", what));
        if (wish.near() != null) {
            parts.add(page.text("portal.near", "where", bare(address.first("where"))));
        }
        var open = wish.open();
        if (open != null) {
            parts.add(page.text("portal.free", "span", page.times().span(open.start(), open.end())));
        }
        return String.join(page.text("portal.comma"), parts);
    }

    /** "the square" of "near the square", 广场 of 广场附近. */
    static String bare(String where) {
        return where.replaceFirst("(?i)^(near|by|at|around|next to|close to) ", "")
                .replaceFirst("^[在离靠近]+", "")
                .replaceFirst("(附近|旁边|周边|周围|边上|近一点)$", "");
    }
}
