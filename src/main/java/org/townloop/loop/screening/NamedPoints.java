package org.townloop.loop.screening;

import java.io.IOException;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.lucene.document.IntField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.RegionId;
import org.townloop.base.region.Feature;
import org.townloop.base.region.Regions;
import org.townloop.loop.screening.PlaceWords.NamedPoint;
import tools.jackson.databind.json.JsonMapper;

/** Finds where something is by its name: the landmarks of the region's map first, then whatever is called exactly so. */
@Component
class NamedPoints {

    private static final int MOST_NAMESAKES = 50;

    private final Regions regions;
    private final JsonMapper json;

    NamedPoints(Regions regions, JsonMapper json) {
        this.regions = regions;
        this.json = json;
    }

    /** @param name in small letters, without "the" */
    Optional<NamedPoint> named(IndexSearcher searcher, RegionId region, String name) throws IOException {
        var landmark = landmark(region, each -> each.equals(name))
                .or(() -> landmark(region, each -> each.endsWith(" " + name)))
                .or(() -> landmark(
                        region, each -> name.codePoints().allMatch(Character::isIdeographic) && each.endsWith(name)));
        return landmark.isPresent() ? landmark : place(searcher, region, name);
    }

    private Optional<NamedPoint> landmark(RegionId region, Predicate<String> isMeant) {
        return regions.features(region).stream()
                .filter(feature -> feature.kind() == Feature.Kind.LANDMARK)
                .filter(feature -> Stream.of(feature.name().en(), feature.name().zh())
                        .filter(each -> each != null)
                        .map(each -> each.toLowerCase(Locale.ROOT).replaceFirst("^the ", ""))
                        .anyMatch(isMeant))
                .map(feature -> new NamedPoint(feature.name(), feature.points().getFirst()))
                .findFirst();
    }

    /** Of several of that name the one that was there first. */
    private Optional<NamedPoint> place(IndexSearcher searcher, RegionId region, String name) throws IOException {
        var called = TextQueries.exact(Wanted.in(name).tokens());
        if (called.isEmpty()) {
            return Optional.empty();
        }
        var numbers = regions.within(region).stream().mapToInt(RegionId::number).toArray();
        var query = new BooleanQuery.Builder()
                .add(new TermQuery(new Term(Fields.PLACE_NAME, called)), Occur.FILTER)
                .add(IntField.newSetQuery(Fields.REGION, numbers), Occur.FILTER)
                .build();
        var found = searcher.search(query, MOST_NAMESAKES);
        var cards = Stream.<Card>builder();
        for (var hit : found.scoreDocs) {
            var stored = searcher.storedFields().document(hit.doc).getBinaryValue(Fields.CARD);
            cards.add(json.readValue(stored.bytes, stored.offset, stored.length, Card.class));
        }
        return cards.build()
                .filter(card -> card.point() != null)
                .min(Comparator.comparing(Card::place))
                .map(card -> new NamedPoint(card.placeName(), java.util.Objects.requireNonNull(card.point())));
    }
}
