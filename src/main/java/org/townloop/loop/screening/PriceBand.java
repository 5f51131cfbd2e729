package org.townloop.loop.screening;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.townloop.base.kernel.Words;

/** A range of prices to choose from. */
record PriceBand(PriceRange range, Words label) {

    private static final List<Integer> BOUNDS = List.of(50, 100, 200, 500);

    /** @param exponent how many decimals the currency has */
    static List<PriceBand> all(int exponent) {
        var unit = (long) Math.pow(10, exponent);
        var bands = new ArrayList<PriceBand>();
        var from = 0;
        for (var to : BOUNDS) {
            var label = from == 0 ? Words.of("under " + to, to + " 以下") : Words.of(from + "–" + to, from + "–" + to);
            bands.add(new PriceBand(new PriceRange(from * unit, to * unit - 1), label));
            from = to;
        }
        bands.add(new PriceBand(new PriceRange(from * unit, null), Words.of(from + " and more", from + " 以上")));
        return bands;
    }

    FacetCount count(long[] prices, Query query) {
        var count = (int) Arrays.stream(prices).filter(range::holds).count();
        return new FacetCount(range.text(), label, count, isAskedBy(query));
    }

    private boolean isAskedBy(Query query) {
        var min = query.priceMinMinor();
        var max = query.priceMaxMinor();
        return query.prices().contains(range)
                || ((min != null || max != null)
                        && (min == null ? 0 : min) == range.minMinor()
                        && Objects.equals(max, range.maxMinor()));
    }
}
