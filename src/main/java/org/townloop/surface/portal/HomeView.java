package org.townloop.surface.portal;

import java.util.List;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.PatternDrawing;

/**
 * The first page.
 *
 * @param soonest what can be had next
 * @param total how much there is in town; with nothing, the page says how that changes
 */
record HomeView(Page page, Ask ask, List<TradeTile> trades, List<Card> soonest, int total) {

    /** A trade and how much of it there is. */
    record TradeTile(PatternDrawing picture, String name, String count, String href) {}
}
