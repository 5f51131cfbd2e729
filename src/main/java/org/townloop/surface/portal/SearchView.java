package org.townloop.surface.portal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.townloop.surface.page.Page;

/**
 * A page of results.
 *
 * @param hidden the conditions that the search bar keeps besides its own words
 * @param notes what could not be read, each naming its field
 * @param everything the address of all that is on in town
 * @param next the next page, null on the last
 */
record SearchView(
        Page page,
        Ask ask,
        List<Hidden> hidden,
        String headline,
        List<String> notes,
        List<Chip> holding,
        List<Chip> atHand,
        List<Chip.Group> groups,
        List<Chip> sorts,
        List<Card> cards,
        TownMap map,
        List<String> sources,
        String everything,
        @Nullable String first,
        @Nullable String next) {

    /** A hidden field. */
    record Hidden(String name, String value) {}
}
