package org.townloop.surface.portal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.townloop.surface.page.Page;

/**
 * A page of results.
 *
 * @param hidden the conditions that the search bar keeps besides its own words
 * @param notes what could not be read, each naming its field
 * @param withoutWords the same question without its words, null if it has none
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
        List<Thanks> sources,
        String everything,
        @Nullable String withoutWords,
        @Nullable String first,
        @Nullable String next) {

    /** Whom the listings are from. */
    record Thanks(String words, String page) {}

    /** A hidden field. */
    record Hidden(String name, String value) {}
}
