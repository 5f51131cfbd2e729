package org.townloop.loop.screening;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.DoubleDocValuesField;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.IntField;
import org.apache.lucene.document.LatLonPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.geo.GeoEncodingUtils;
import org.apache.lucene.util.BitUtil;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Point;
import org.townloop.supply.merchant.Place;
import org.townloop.supply.merchant.Staff;
import org.townloop.supply.offer.Offer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Makes the documents of the index: one for each offer that is sold, one for each listing. */
@Component
class Documents {

    /** Changes with the form of a document, so that an index of another form is built again. */
    static final int FORM = 3;

    private final Wordings wordings;
    private final JsonMapper json;

    Documents(Wordings wordings, JsonMapper json) {
        this.wordings = wordings;
        this.json = json;
    }

    Document of(Offer offer, Place place, List<Staff> staff, Instant offerChanged, Instant placeChanged) {
        var document = of(Card.of(offer, place), place, placeChanged);
        names(document, Wordings.both(offer.title()));
        var words = wordings.words(offer, place, staff);
        texts(document, "words", words);
        sounds(document, Fields.NAME_SOUNDS, Wordings.both(offer.title()));
        sounds(document, Fields.OTHER_SOUNDS, words);
        texts(document, "details", Wordings.both(offer.description()));
        document.add(new NumericDocValuesField(Fields.OFFER_CHANGED, micros(offerChanged)));
        document.add(new NumericDocValuesField(Fields.BOOKABLE, 1));
        document.add(new NumericDocValuesField(Fields.PRICE, offer.leastPrice().minor()));
        offer.attributes().properties().forEach(entry -> attribute(document, entry.getKey(), entry.getValue()));
        return document;
    }

    Document of(Place listing, Instant changed) {
        var document = of(Card.of(listing), listing, changed);
        var words = wordings.words(listing);
        var details = wordings.details(listing);
        texts(document, "words", words);
        texts(document, "details", details);
        sounds(document, Fields.OTHER_SOUNDS, words);
        sounds(document, Fields.OTHER_SOUNDS, details);
        var price = listing.details().path("listedPrice").path("minor");
        if (price.isIntegralNumber()) {
            document.add(new NumericDocValuesField(Fields.PRICE, price.asLong()));
        }
        var rating = listing.details().path("rating");
        if (rating.isNumber()) {
            document.add(new DoubleDocValuesField(Fields.SOURCE_RATING, rating.asDouble()));
        }
        return document;
    }

    static String key(UUID id) {
        return id.toString();
    }

    /** Databases keep microseconds. */
    static long micros(Instant instant) {
        return instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1_000;
    }

    private Document of(Card card, Place place, Instant placeChanged) {
        var document = new Document();
        var id = card.id();
        document.add(new StringField(Fields.ID, key(id), Store.NO));
        document.add(new StringField(Fields.PLACE, key(card.place()), Store.NO));
        document.add(new IntField(Fields.REGION, place.region().number(), Store.NO));
        document.add(new NumericDocValuesField(Fields.ID_HIGH, id.getMostSignificantBits()));
        document.add(new NumericDocValuesField(Fields.ID_LOW, id.getLeastSignificantBits()));
        document.add(new NumericDocValuesField(Fields.PLACE_CHANGED, micros(placeChanged)));
        document.add(new SortedDocValuesField(Fields.TRADE, new BytesRef(card.trade())));
        document.add(new StoredField(Fields.CARD, json.writeValueAsBytes(card)));
        names(document, Wordings.both(place.name()));
        for (var name : Wordings.both(place.name())) {
            document.add(new StringField(Fields.PLACE_NAME, folded(name), Store.NO));
        }
        texts(document, "address", Wordings.both(place.address()));
        sounds(document, Fields.NAME_SOUNDS, Wordings.both(place.name()));
        sounds(document, Fields.OTHER_SOUNDS, Wordings.both(place.address()));
        point(document, place.point());
        return document;
    }

    private static void names(Document document, List<String> names) {
        texts(document, Fields.NAMES, names);
        for (var name : names) {
            document.add(new StringField(Fields.EXACT, folded(name), Store.NO));
        }
    }

    private static String folded(String name) {
        return TextQueries.exact(Wanted.in(name).tokens());
    }

    /** What has no Chinese in it has no sounds. */
    private static void sounds(Document document, String field, List<String> texts) {
        texts.stream()
                .filter(text -> text.codePoints().anyMatch(Character::isIdeographic))
                .forEach(text -> document.add(new TextField(field, new SoundStream(text))));
    }

    private static void texts(Document document, String field, List<String> texts) {
        texts.forEach(text -> document.add(new TextField(field, text, Store.NO)));
    }

    private static void point(Document document, @Nullable Point point) {
        if (point == null) {
            document.add(new NumericDocValuesField(Fields.CELL, 0));
            return;
        }
        var cell = BitUtil.interleave(
                GeoEncodingUtils.encodeLatitude(point.lat()) ^ Integer.MIN_VALUE,
                GeoEncodingUtils.encodeLongitude(point.lon()) ^ Integer.MIN_VALUE);
        document.add(new NumericDocValuesField(Fields.CELL, cell));
        document.add(new LatLonPoint(Fields.POINT, point.lat(), point.lon()));
        document.add(new DoubleDocValuesField(Fields.LAT, point.lat()));
        document.add(new DoubleDocValuesField(Fields.LON, point.lon()));
    }

    private static void attribute(Document document, String key, JsonNode value) {
        if (value.isArray()) {
            value.values().forEach(each -> attribute(document, key, each));
        } else if (value.isNumber()) {
            document.add(new DoubleDocValuesField(Fields.NUMBER + key, value.asDouble()));
            attribute(document, key, Numbers.text(value.decimalValue()));
        } else if (value.isString() || value.isBoolean()) {
            attribute(document, key, value.asString());
        }
    }

    private static void attribute(Document document, String key, String value) {
        document.add(new SortedSetDocValuesField(Fields.ATTRIBUTES, new BytesRef(key + "=" + value)));
    }
}
