package org.townloop.loop.screening;

import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A condition that is a facet too: its own facet counts what there would be without it. */
record Dimension(String facet, Predicate<Candidate> accepts) {

    static final String TRADE = "trade";
    static final String PRICE = "price";
    static final String ATTRIBUTE = "attr.";

    static Dimension trades(Set<String> trades) {
        return new Dimension(TRADE, candidate -> trades.contains(candidate.trade()));
    }

    static Dimension price(@Nullable Long minMinor, @Nullable Long maxMinor) {
        var min = minMinor == null ? 0 : minMinor;
        var max = maxMinor == null ? Long.MAX_VALUE : maxMinor;
        return new Dimension(
                PRICE,
                candidate -> candidate.bookable() && candidate.priceMinor() >= min && candidate.priceMinor() <= max);
    }

    static Dimension attribute(String key, AttributeFilter filter) {
        return new Dimension(
                ATTRIBUTE + key,
                switch (filter) {
                    case AttributeFilter.OneOf(var values) ->
                        candidate -> values.stream().anyMatch(value -> candidate.says(key, value));
                    case AttributeFilter.All(var values) ->
                        candidate -> values.stream().allMatch(value -> candidate.says(key, value));
                    case AttributeFilter.Min(var least) -> candidate -> candidate.number(key) >= least.doubleValue();
                });
    }
}
