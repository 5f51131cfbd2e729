package org.townloop.loop.screening;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Point;

/** Reads the columns of one segment, its documents in ascending order. */
class Columns {

    private final NumericDocValues idHigh;
    private final NumericDocValues idLow;
    private final NumericDocValues bookable;
    private final NumericDocValues price;
    private final NumericDocValues rating;
    private final NumericDocValues lat;
    private final NumericDocValues lon;
    private final SortedDocValues trade;
    private final SortedSetDocValues attributes;
    private final Map<String, NumericDocValues> numbers = new HashMap<>();

    /** @param numberKeys the attributes whose numbers are wanted */
    Columns(LeafReader reader, Set<String> numberKeys) throws IOException {
        idHigh = DocValues.getNumeric(reader, Fields.ID_HIGH);
        idLow = DocValues.getNumeric(reader, Fields.ID_LOW);
        bookable = DocValues.getNumeric(reader, Fields.BOOKABLE);
        price = DocValues.getNumeric(reader, Fields.PRICE);
        rating = DocValues.getNumeric(reader, Fields.SOURCE_RATING);
        lat = DocValues.getNumeric(reader, Fields.LAT);
        lon = DocValues.getNumeric(reader, Fields.LON);
        trade = DocValues.getSorted(reader, Fields.TRADE);
        attributes = DocValues.getSortedSet(reader, Fields.ATTRIBUTES);
        for (var key : numberKeys) {
            numbers.put(key, DocValues.getNumeric(reader, Fields.NUMBER + key));
        }
    }

    Candidate candidate(int documentBase, int document, float textScore) throws IOException {
        var isBookable = bookable.advanceExact(document);
        return new Candidate(
                documentBase + document,
                new UUID(value(idHigh, document), value(idLow, document)),
                isBookable,
                price.advanceExact(document) ? price.longValue() : null,
                rating.advanceExact(document) ? Double.longBitsToDouble(rating.longValue()) : 0,
                point(document),
                trade.advanceExact(document) ? trade.lookupOrd(trade.ordValue()).utf8ToString() : "",
                textScore,
                isBookable ? attributes(document) : Set.of(),
                isBookable ? numbers(document) : Map.of());
    }

    private @Nullable Point point(int document) throws IOException {
        return lat.advanceExact(document) && lon.advanceExact(document)
                ? new Point(Double.longBitsToDouble(lat.longValue()), Double.longBitsToDouble(lon.longValue()))
                : null;
    }

    private Set<String> attributes(int document) throws IOException {
        if (!attributes.advanceExact(document)) {
            return Set.of();
        }
        var said = new HashSet<String>();
        for (int i = 0; i < attributes.docValueCount(); i++) {
            said.add(attributes.lookupOrd(attributes.nextOrd()).utf8ToString());
        }
        return said;
    }

    private Map<String, Double> numbers(int document) throws IOException {
        var said = new HashMap<String, Double>();
        for (var entry : numbers.entrySet()) {
            if (entry.getValue().advanceExact(document)) {
                said.put(
                        entry.getKey(), Double.longBitsToDouble(entry.getValue().longValue()));
            }
        }
        return said;
    }

    private static long value(NumericDocValues column, int document) throws IOException {
        if (!column.advanceExact(document)) {
            throw new IllegalStateException("document " + document + " lacks a column");
        }
        return column.longValue();
    }
}
