package org.townloop.loop.screening;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One page of what was found.
 *
 * @param facets by {@code trade}, {@code price} and {@code attr.KEY}; the counts of a facet leave its own condition out,
 *     so that a second value can be added
 * @param total exact
 * @param cursor for the next page; null on the last
 * @param understood what was made of the words
 */
public record Results(
        List<Hit> hits,
        Map<String, List<FacetCount>> facets,
        int total,
        @Nullable String cursor,
        Understood understood) {

    /** Nothing was found, or nothing asked. */
    public static final Results NOTHING = new Results(List.of(), Map.of(), 0, null, Understood.NOTHING);
}
