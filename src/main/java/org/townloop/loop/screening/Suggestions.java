package org.townloop.loop.screening;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.lucene.search.IndexSearcher;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.kernel.RegionId;
import org.townloop.base.kernel.Words;
import org.townloop.base.region.Feature;
import org.townloop.base.region.Regions;
import org.townloop.supply.pack.Attribute;
import org.townloop.supply.pack.Packs;
import org.townloop.supply.pack.Trade;
import tools.jackson.databind.json.JsonMapper;

/**
 * What there is that begins as somebody has typed, in either script, by pinyin and by initials: trades, what offers say of
 * themselves, landmarks, titles and names. However much there is, no more than {@value #LOOKED_AT} documents are read.
 */
@Component
public class Suggestions {

    /** How many there are at most. */
    public static final int MOST = 10;

    static final int LOOKED_AT = 60;
    private static final int OF_A_KIND = 3;

    private final LiveIndex index;
    private final Conditions conditions;
    private final Packs packs;
    private final Regions regions;
    private final JsonMapper json;

    Suggestions(LiveIndex index, Conditions conditions, Packs packs, Regions regions, JsonMapper json) {
        this.index = index;
        this.conditions = conditions;
        this.packs = packs;
        this.regions = regions;
        this.json = json;
    }

    /**
     * The likeliest first.
     *
     * @param locale in which the words of a suggestion are
     * @param region whose offers and landmarks, with all below it; null is everywhere
     * @return refused if the text is too long, or the index is not ready
     */
    public Outcome<List<Suggestion>> of(String typed, @Nullable RegionId region, Locale locale) {
        if (typed.length() > QueryRules.LONGEST_TEXT) {
            return Outcome.refused(
                    Refusal.of(ScreeningReason.TEXT_TOO_LONG, "q", Map.of("max", QueryRules.LONGEST_TEXT)));
        }
        if (region != null && regions.find(region).isEmpty()) {
            return Outcome.refused(Refusal.of(ScreeningReason.REGION_UNKNOWN, "region"));
        }
        var begun = Begun.of(typed);
        if (begun.isEmpty()) {
            return Outcome.done(List.of());
        }
        return index.await()
                .map(ready -> Outcome.done(ready.ask(searcher -> found(searcher, begun, region, locale))))
                .orElseGet(() -> Outcome.refused(ScreeningReason.INDEX_NOT_READY));
    }

    private List<Suggestion> found(IndexSearcher searcher, Begun begun, @Nullable RegionId region, Locale locale)
            throws IOException {
        var found = new ArrayList<Suggestion>();
        trades(begun).limit(OF_A_KIND).forEach(found::add);
        attributes(begun).limit(OF_A_KIND).forEach(found::add);
        landmarks(begun, region, locale).limit(OF_A_KIND).forEach(found::add);
        names(searcher, begun, region, locale).limit(MOST - found.size()).forEach(found::add);
        return found;
    }

    private Stream<Suggestion> trades(Begun begun) {
        return packs.trades().stream()
                .filter(Trade::installed)
                .filter(trade -> begun.begins(trade.name()))
                .map(trade -> new Suggestion(Suggestion.Kind.TRADE, trade.name(), Map.of("pack", trade.id())));
    }

    /** Choices and flags by which one narrows. */
    private Stream<Suggestion> attributes(Begun begun) {
        return FacetKind.of(packs.installed()).stream()
                .flatMap(Suggestions::choices)
                .filter(suggestion -> begun.begins(suggestion.text()));
    }

    private static Stream<Suggestion> choices(FacetKind kind) {
        var attribute = kind.attribute();
        var choices = attribute.type() == Attribute.Type.FLAG
                ? List.of(new Attribute.Choice("true", attribute.label()))
                : attribute.choices();
        return choices.stream().map(choice -> {
            var asks = new TreeMap<>(Map.of(kind.facet(), choice.key()));
            if (kind.packs().size() == 1) {
                asks.put("pack", kind.packs().iterator().next());
            }
            return new Suggestion(Suggestion.Kind.ATTRIBUTE, choice.label(), asks);
        });
    }

    private Stream<Suggestion> landmarks(Begun begun, @Nullable RegionId region, Locale locale) {
        return region == null
                ? Stream.empty()
                : regions.features(region).stream()
                        .filter(feature -> feature.kind() == Feature.Kind.LANDMARK && begun.begins(feature.name()))
                        .map(feature -> new Suggestion(
                                Suggestion.Kind.LANDMARK,
                                feature.name(),
                                Map.of("q", PlaceWords.near(feature.name(), locale))));
    }

    /** Those that most have among the documents looked at. */
    private Stream<Suggestion> names(IndexSearcher searcher, Begun begun, @Nullable RegionId region, Locale locale)
            throws IOException {
        var counts = new LinkedHashMap<Words, Integer>();
        for (var hit : searcher.search(begun.query(conditions.scope(region)), LOOKED_AT).scoreDocs) {
            var stored = searcher.storedFields().document(hit.doc).getBinaryValue(Fields.CARD);
            var card = json.readValue(stored.bytes, stored.offset, stored.length, Card.class);
            Stream.of(card.title(), card.placeName())
                    .distinct()
                    .filter(begun::begins)
                    .forEach(name -> counts.merge(name, 1, Integer::sum));
        }
        return counts.entrySet().stream()
                .sorted(Map.Entry.<Words, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(each -> String.valueOf(each.getKey()), Comparator.naturalOrder()))
                .map(each -> new Suggestion(
                        Suggestion.Kind.NAME,
                        each.getKey(),
                        Map.of("q", each.getKey().in(locale))));
    }
}
