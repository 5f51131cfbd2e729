package org.townloop.loop.screening;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.region.Regions;
import org.townloop.supply.pack.Packs;
import org.townloop.supply.pack.Trade;

/** What a query must satisfy to have an answer. */
@Component
class QueryRules {

    static final int LONGEST_TEXT = 200;

    /** Each word is some thirty clauses of the index's question, of which Lucene takes 1,024. */
    static final int MOST_WORDS = 24;

    /** In all conditions together; each value of each is compared with each candidate. */
    static final int MOST_VALUES = 100;

    /** Half of the equator: nothing on earth is farther. */
    static final int FARTHEST_METRES = 20_037_508;

    private final Regions regions;
    private final Packs packs;
    private final AttributeRules attributes;

    QueryRules(Regions regions, Packs packs, AttributeRules attributes) {
        this.regions = regions;
        this.packs = packs;
        this.attributes = attributes;
    }

    /** The first rule that is broken. */
    Optional<Refusal> refusal(Query query, Instant now) {
        return Stream.<@Nullable Refusal>of(
                        region(query),
                        values(query),
                        districts(query),
                        text(query),
                        trades(query),
                        distance(query),
                        open(query, now),
                        price(query),
                        rating(query),
                        limit(query))
                .<Refusal>mapMulti((refusal, found) -> {
                    if (refusal != null) {
                        found.accept(refusal);
                    }
                })
                .findFirst()
                .or(() -> attributes.refusal(query));
    }

    private @Nullable Refusal region(Query query) {
        return query.region() != null && regions.find(query.region()).isEmpty()
                ? Refusal.of(ScreeningReason.REGION_UNKNOWN, "region")
                : null;
    }

    private @Nullable Refusal districts(Query query) {
        return query.districts().stream()
                        .allMatch(district -> regions.find(district).isPresent())
                ? null
                : Refusal.of(ScreeningReason.REGION_UNKNOWN, "district");
    }

    private static @Nullable Refusal values(Query query) {
        return query.values() > MOST_VALUES
                ? Refusal.of(ScreeningReason.FILTERS_TOO_MANY, field(query), Map.of("max", MOST_VALUES))
                : null;
    }

    /** Where the most values are. */
    private static String field(Query query) {
        var ofAttributes = query.attributes().entrySet().stream()
                .map(each -> Map.entry(
                        Dimension.ATTRIBUTE + each.getKey(),
                        each.getValue().stream().mapToInt(AttributeFilter::size).sum()));
        return Stream.concat(
                        Stream.of(
                                Map.entry("pack", query.trades().size()),
                                Map.entry("district", query.districts().size()),
                                Map.entry("price", query.prices().size())),
                        ofAttributes)
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse("attr");
    }

    /** Long texts are refused before they are cut into words. */
    private static @Nullable Refusal text(Query query) {
        if (query.text().length() > LONGEST_TEXT) {
            return Refusal.of(ScreeningReason.TEXT_TOO_LONG, "q", Map.of("max", LONGEST_TEXT));
        }
        return Wanted.in(query.text()).terms().size() > MOST_WORDS
                ? Refusal.of(ScreeningReason.TEXT_OF_TOO_MANY_WORDS, "q", Map.of("max", MOST_WORDS))
                : null;
    }

    private @Nullable Refusal trades(Query query) {
        var known = packs.trades().stream().map(Trade::id).collect(Collectors.toSet());
        return known.containsAll(query.trades()) ? null : Refusal.of(ScreeningReason.TRADE_UNKNOWN, "pack");
    }

    private static @Nullable Refusal distance(Query query) {
        var within = query.withinMetres();
        return within != null && (within < 1 || within > FARTHEST_METRES)
                ? Refusal.of(ScreeningReason.WITHIN_OUT_OF_RANGE, "within", Map.of("max", FARTHEST_METRES))
                : null;
    }

    /** What only holds once it is known whether the words name a point to be near to. */
    Optional<Refusal> refusalOfDistance(Query understood) {
        if (understood.near() != null) {
            return Optional.empty();
        }
        if (understood.withinMetres() != null) {
            return Optional.of(Refusal.of(ScreeningReason.WITHIN_NEEDS_NEAR, "near"));
        }
        return understood.sort() == Sort.NEAR
                ? Optional.of(Refusal.of(ScreeningReason.SORT_NEEDS_NEAR, "near"))
                : Optional.empty();
    }

    private static @Nullable Refusal open(Query query, Instant now) {
        var open = query.open();
        return open != null && !open.end().isAfter(now) ? Refusal.of(ScreeningReason.OPEN_PAST, "open") : null;
    }

    private static @Nullable Refusal price(Query query) {
        var min = query.priceMinMinor();
        var max = query.priceMaxMinor();
        if ((min != null && min < 0) || (max != null && max < 0)) {
            return Refusal.of(ScreeningReason.PRICE_BOUND_UNREADABLE, min != null && min < 0 ? "priceMin" : "priceMax");
        }
        return min != null && max != null && min > max
                ? Refusal.of(ScreeningReason.PRICE_RANGE_EMPTY, "priceMax")
                : null;
    }

    private static @Nullable Refusal rating(Query query) {
        var min = query.ratingMin();
        return min != null && !(min >= 1 && min <= 5)
                ? Refusal.of(ScreeningReason.RATING_MIN_OUT_OF_RANGE, "ratingMin")
                : null;
    }

    private static @Nullable Refusal limit(Query query) {
        return query.limit() < 1 || query.limit() > Query.MOST
                ? Refusal.of(ScreeningReason.LIMIT_OUT_OF_RANGE, "limit", Map.of("max", Query.MOST))
                : null;
    }
}
