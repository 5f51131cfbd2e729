package org.townloop.surface.portal;

import java.util.List;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.PatternDrawing;

/**
 * The first page.
 *
 * @param soonest what can be had next
 * @param lately what neighbours said
 * @param total how much there is in town; with nothing, the page says how that changes
 */
record HomeView(Page page, Ask ask, List<TradeTile> trades, List<Card> soonest, List<Voice> lately, int total) {

    /**
     * A trade and how much of it there is.
     *
     * @param services what it does, as far as that can be chosen from
     */
    record TradeTile(PatternDrawing picture, String name, String count, String href, List<Chip> services) {}
}
