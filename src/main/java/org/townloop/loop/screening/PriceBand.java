package org.townloop.loop.screening;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Words;

/**
 * A range of prices to choose from.
 *
 * @param maxMinor the highest price in it; null is no bound
 */
record PriceBand(long minMinor, @Nullable Long maxMinor, Words label) {

    private static final List<Integer> BOUNDS = List.of(50, 100, 200, 500);

    /** @param exponent how many decimals the currency has */
    static List<PriceBand> all(int exponent) {
        var unit = (long) Math.pow(10, exponent);
        var bands = new ArrayList<PriceBand>();
        var from = 0;
        for (var to : BOUNDS) {
            var label = from == 0 ? Words.of("under " + to, to + " 以下") : Words.of(from + "–" + to, from + "–" + to);
            bands.add(new PriceBand(from * unit, to * unit - 1, label));
            from = to;
        }
        bands.add(new PriceBand(from * unit, null, Words.of(from + " and more", from + " 以上")));
        return bands;
    }

    FacetCount count(long[] prices, Query query) {
        var count = (int) Arrays.stream(prices).filter(this::holds).count();
        return new FacetCount(minMinor + "-" + (maxMinor == null ? "" : maxMinor), label, count, isAskedBy(query));
    }

    private boolean holds(long price) {
        return price >= minMinor && (maxMinor == null || price <= maxMinor);
    }

    private boolean isAskedBy(Query query) {
        var min = query.priceMinMinor();
        var max = query.priceMaxMinor();
        return (min != null || max != null) && (min == null ? 0 : min) == minMinor && Objects.equals(max, maxMinor);
    }
}
