package org.townloop.surface.portal;

import java.util.List;
import org.townloop.surface.page.Page;

/** What somebody may be about to ask for. */
record SuggestionsView(Page page, List<Line> lines) {

    /** @param kind in words: trade, place */
    record Line(String text, String kind, String href) {}
}
