package org.townloop.loop.screening;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.kernel.Words;
import org.townloop.base.region.Regions;
import org.townloop.supply.pack.Attribute;
import org.townloop.supply.pack.Packs;
import org.townloop.supply.pack.Trade;

/** What a query must satisfy to have an answer. */
@Component
class QueryRules {

    static final int LONGEST_TEXT = 200;

    /** Half of the equator: nothing on earth is farther. */
    static final int FARTHEST_METRES = 20_037_508;

    private static final Words YES = Words.of("yes", "是");
    private static final Words NO = Words.of("no", "否");

    private final Regions regions;
    private final Packs packs;

    QueryRules(Regions regions, Packs packs) {
        this.regions = regions;
        this.packs = packs;
    }

    /** The first rule that is broken. */
    Optional<Refusal> refusal(Query query, Instant now) {
        return Stream.<@Nullable Refusal>of(
                        region(query),
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
                .or(() -> attributes(query));
    }

    private @Nullable Refusal region(Query query) {
        return query.region() != null && regions.find(query.region()).isEmpty()
                ? Refusal.of(ScreeningReason.REGION_UNKNOWN, "region")
                : null;
    }

    private static @Nullable Refusal text(Query query) {
        return query.text().length() > LONGEST_TEXT
                ? Refusal.of(ScreeningReason.TEXT_TOO_LONG, "q", Map.of("max", LONGEST_TEXT))
                : null;
    }

    private @Nullable Refusal trades(Query query) {
        var known = packs.trades().stream().map(Trade::id).collect(Collectors.toSet());
        return known.containsAll(query.trades()) ? null : Refusal.of(ScreeningReason.TRADE_UNKNOWN, "pack");
    }

    private static @Nullable Refusal distance(Query query) {
        var within = query.withinMetres();
        if (within != null && (within < 1 || within > FARTHEST_METRES)) {
            return Refusal.of(ScreeningReason.WITHIN_OUT_OF_RANGE, "within", Map.of("max", FARTHEST_METRES));
        }
        if (query.near() != null) {
            return null;
        }
        if (within != null) {
            return Refusal.of(ScreeningReason.WITHIN_NEEDS_NEAR, "near");
        }
        return query.sort() == Sort.NEAR ? Refusal.of(ScreeningReason.SORT_NEEDS_NEAR, "near") : null;
    }

    private static @Nullable Refusal open(Query query, Instant now) {
        var open = query.open();
        return open != null && !open.end().isAfter(now) ? Refusal.of(ScreeningReason.OPEN_PAST, "open") : null;
    }

    private static @Nullable Refusal price(Query query) {
        var min = query.priceMinMinor();
        var max = query.priceMaxMinor();
        if ((min != null && min < 0) || (max != null && max < 0)) {
            return Refusal.of(ScreeningReason.PRICE_UNREADABLE, min != null && min < 0 ? "priceMin" : "priceMax");
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

    private Optional<Refusal> attributes(Query query) {
        return query.attributes().entrySet().stream()
                .flatMap(entry -> attribute(entry.getKey(), entry.getValue()).stream())
                .findFirst();
    }

    private Optional<Refusal> attribute(String key, AttributeFilter filter) {
        var field = "attr." + key;
        var attribute = packs.installed().stream()
                .flatMap(pack -> pack.attribute(key).stream())
                .findFirst()
                .orElse(null);
        if (attribute == null) {
            return Optional.of(Refusal.of(ScreeningReason.FILTER_UNKNOWN, field, Map.of("key", key)));
        }
        return switch (filter) {
            case AttributeFilter.Min ignored ->
                attribute.type() == Attribute.Type.NUMBER
                        ? Optional.empty()
                        : Optional.of(Refusal.of(ScreeningReason.FILTER_NEEDS_NUMBER, field + ".min"));
            case AttributeFilter.OneOf(var values) -> values(attribute, field, values);
            case AttributeFilter.All(var values) -> values(attribute, field + ".all", values);
        };
    }

    private static Optional<Refusal> values(Attribute attribute, String field, Set<String> values) {
        Set<String> keys = switch (attribute.type()) {
            case CHOICE, CHOICES ->
                attribute.choices().stream().map(Attribute.Choice::key).collect(Collectors.toSet());
            case FLAG -> Set.of("true", "false");
            case NUMBER, TEXT -> values;
        };
        if (keys.containsAll(values)) {
            return Optional.empty();
        }
        List<?> choices = attribute.type() == Attribute.Type.FLAG
                ? List.of(YES, NO)
                : attribute.choices().stream().map(Attribute.Choice::label).toList();
        return Optional.of(Refusal.of(ScreeningReason.FILTER_VALUE_UNKNOWN, field, Map.of("choices", choices)));
    }
}
