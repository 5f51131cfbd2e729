package org.townloop.loop.screening;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.townloop.base.kernel.RegionId;

/**
 * A condition that is a facet too: its own facet counts what there would be without it.
 *
 * @param facet as a query names it
 * @param group conditions that one facet may leave out together are of one group: {@code attr.view} of any trade and
 *     {@code attr.hotels.view}
 */
record Dimension(String facet, String group, Predicate<Candidate> accepts) {

    static final String TRADE = "trade";
    static final String PRICE = "price";
    static final String DISTRICT = "district";
    static final String ATTRIBUTE = "attr.";

    static Dimension trades(Set<String> trades) {
        return new Dimension(TRADE, TRADE, candidate -> trades.contains(candidate.trade()));
    }

    /** @param regions the districts asked for with all below them */
    static Dimension districts(Set<RegionId> regions) {
        return new Dimension(DISTRICT, DISTRICT, candidate -> regions.contains(candidate.region()));
    }

    static Dimension price(Query query) {
        var min = query.priceMinMinor() == null ? 0 : query.priceMinMinor();
        var bounds = new PriceRange(min, query.priceMaxMinor());
        return new Dimension(PRICE, PRICE, candidate -> {
            var price = candidate.priceMinor();
            return price != null
                    && bounds.holds(price)
                    && (query.prices().isEmpty() || query.prices().stream().anyMatch(range -> range.holds(price)));
        });
    }

    static Dimension attribute(AttributeName name, List<AttributeFilter> filters) {
        return new Dimension(
                ATTRIBUTE + name.text(),
                ATTRIBUTE + name.key(),
                candidate -> (name.pack() == null || name.pack().equals(candidate.trade()))
                        && filters.stream().allMatch(filter -> accepts(filter, name.key(), candidate)));
    }

    private static boolean accepts(AttributeFilter filter, String key, Candidate candidate) {
        return switch (filter) {
            case AttributeFilter.OneOf(var values) -> values.stream().anyMatch(value -> candidate.says(key, value));
            case AttributeFilter.All(var values) -> values.stream().allMatch(value -> candidate.says(key, value));
            case AttributeFilter.Min(var least) -> {
                var number = candidate.number(key);
                yield number != null && number >= least.doubleValue();
            }
            case AttributeFilter.Max(var most) -> {
                var number = candidate.number(key);
                yield number != null && number <= most.doubleValue();
            }
        };
    }
}
