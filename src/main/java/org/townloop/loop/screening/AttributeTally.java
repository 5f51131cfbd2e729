package org.townloop.loop.screening;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.townloop.base.kernel.Words;
import org.townloop.loop.screening.Sieve.Sifted;
import org.townloop.supply.pack.Attribute;

/** Counts what the attributes say: each hit is looked at once, however many facets there are. */
class AttributeTally {

    /** Numbers beyond that are narrowed by at least and at most. */
    static final int MOST_NUMBERS = 20;

    private final Map<String, Map<String, Integer>> ofHits = new HashMap<>();
    private final List<Sifted> missed = new ArrayList<>();

    AttributeTally(List<Sifted> sifted) {
        for (var each : sifted) {
            if (each.isHit()) {
                add(each.candidate(), ofHits);
            } else {
                missed.add(each);
            }
        }
    }

    /** The counts of one facet, its values in the order of the pack; empty if there are none. */
    List<FacetCount> counts(FacetKind kind, Query query) {
        var without = new HashMap<String, Map<String, Integer>>();
        missed.stream()
                .filter(each -> each.missed().stream().allMatch(kind::owns))
                .forEach(each -> add(each.candidate(), without));
        var filters = kind.filters(query);
        return choices(kind, filters, without)
                .map(choice -> new FacetCount(
                        choice.key(),
                        choice.label(),
                        count(kind, choice.key(), ofHits) + count(kind, choice.key(), without),
                        filters.stream().anyMatch(filter -> filter.names(choice.key()))))
                .filter(count -> count.count() > 0 || count.chosen())
                .toList();
    }

    /** A flag has one choice, which says what the flag says; a number has those that are said. */
    private Stream<Attribute.Choice> choices(
            FacetKind kind, List<AttributeFilter> filters, Map<String, Map<String, Integer>> without) {
        var attribute = kind.attribute();
        return switch (attribute.type()) {
            case CHOICE, CHOICES -> attribute.choices().stream();
            case FLAG -> Stream.of(new Attribute.Choice("true", attribute.label()));
            case NUMBER -> numbers(kind, filters, without);
            case TEXT -> Stream.empty();
        };
    }

    private Stream<Attribute.Choice> numbers(
            FacetKind kind, List<AttributeFilter> filters, Map<String, Map<String, Integer>> without) {
        var beginning = kind.name().key() + "=";
        var said = Stream.of(ofHits, without)
                .flatMap(counts -> kind.packs().stream().map(pack -> counts.getOrDefault(pack, Map.of())))
                .flatMap(counts -> counts.keySet().stream())
                .filter(value -> value.startsWith(beginning))
                .map(value -> value.substring(beginning.length()))
                .filter(Numbers::isNumber);
        var chosen = filters.stream()
                .filter(filter -> filter instanceof AttributeFilter.OneOf)
                .flatMap(filter -> ((AttributeFilter.OneOf) filter).values().stream());
        return Stream.concat(chosen, said.sorted(Comparator.comparing(BigDecimal::new)))
                .distinct()
                .limit(MOST_NUMBERS)
                .sorted(Comparator.comparing(BigDecimal::new))
                .map(value -> new Attribute.Choice(value, label(kind.attribute(), value)));
    }

    private static Words label(Attribute attribute, String value) {
        var unit = attribute.unit();
        return unit == null ? Words.of(value, value) : Words.of(value + " " + unit.en(), value + " " + unit.zh());
    }

    private static int count(FacetKind kind, String value, Map<String, Map<String, Integer>> counts) {
        return kind.packs().stream()
                .mapToInt(pack -> counts.getOrDefault(pack, Map.of())
                        .getOrDefault(kind.name().key() + "=" + value, 0))
                .sum();
    }

    private static void add(Candidate candidate, Map<String, Map<String, Integer>> counts) {
        if (!candidate.attributes().isEmpty()) {
            var ofTrade = counts.computeIfAbsent(candidate.trade(), trade -> new HashMap<>());
            candidate.attributes().forEach(said -> ofTrade.merge(said, 1, Integer::sum));
        }
    }
}
