package org.townloop.loop.screening;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Point;
import org.townloop.base.kernel.RegionId;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.merchant.TimeSpan;

/**
 * What is looked for; all conditions must hold. Surfaces make it with {@link QueryReader}; docs/searching.md tells the
 * language.
 *
 * @param region it and all below it; null is everywhere
 * @param districts one of these with all below, within the region; empty is any
 * @param place offers of this place only
 * @param text words in any language, all of which must be found; may be empty
 * @param trades one of these; empty is any. A trade with a pack has the pack's id
 * @param near the point that distances are measured from
 * @param withinMetres at most so far from {@code near}, great-circle; null is any distance
 * @param open the hour asked for: a start must be free such that all of it lies within this span
 * @param priceMinMinor at least this, in minor units of the offer's own currency; a listing's price is its source's
 * @param prices within one of these; empty is any
 * @param ratingMin the mean rating at least, 1 to 5: what nobody rated does not fit; a listing's is its source's
 * @param attributes by {@link AttributeName} as text, each with all that it must be
 * @param limit 1 to {@value #MOST}
 * @param cursor from the page before
 */
public record Query(
        @Nullable RegionId region,
        Set<RegionId> districts,
        @Nullable PlaceId place,
        String text,
        Set<String> trades,
        @Nullable Point near,
        @Nullable Integer withinMetres,
        @Nullable TimeSpan open,
        @Nullable Long priceMinMinor,
        @Nullable Long priceMaxMinor,
        Set<PriceRange> prices,
        @Nullable Double ratingMin,
        Map<String, List<AttributeFilter>> attributes,
        Sort sort,
        int limit,
        @Nullable String cursor) {

    /** How many hits a page has unless it says otherwise. */
    public static final int USUAL = 20;

    /** How many it may have. */
    public static final int MOST = 100;

    /** Everything, the best first. */
    public static final Query ALL = new Query(
            null, Set.of(), null, "", Set.of(), null, null, null, null, null, Set.of(), null, Map.of(), Sort.BEST,
            USUAL, null);

    public Query in(RegionId region) {
        return with(region, text, near, withinMetres, sort, limit, cursor);
    }

    /** The same, with these words in it, at most so many on a page. */
    public Query named(String text, int limit) {
        return with(region, text, near, withinMetres, sort, limit, cursor);
    }

    public Query sorted(Sort sort, int limit) {
        return with(region, text, near, withinMetres, sort, limit, cursor);
    }

    public Query from(@Nullable String cursor) {
        return with(region, text, near, withinMetres, sort, limit, cursor);
    }

    /** The same with other words, around a point. */
    Query around(String text, Point near, int withinMetres) {
        return with(region, text, near, withinMetres, sort, limit, cursor);
    }

    /** How many values it names in all, however they are spread. */
    int values() {
        return trades.size()
                + districts.size()
                + prices.size()
                + attributes.values().stream()
                        .flatMap(List::stream)
                        .mapToInt(AttributeFilter::size)
                        .sum();
    }

    private Query with(
            @Nullable RegionId region,
            String text,
            @Nullable Point near,
            @Nullable Integer withinMetres,
            Sort sort,
            int limit,
            @Nullable String cursor) {
        return new Query(
                region,
                districts,
                place,
                text,
                trades,
                near,
                withinMetres,
                open,
                priceMinMinor,
                priceMaxMinor,
                prices,
                ratingMin,
                attributes,
                sort,
                limit,
                cursor);
    }
}
