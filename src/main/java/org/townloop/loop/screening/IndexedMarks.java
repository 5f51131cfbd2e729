package org.townloop.loop.screening;

import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.search.IndexSearcher;
import org.jspecify.annotations.Nullable;

/** Which state of which offer or listing an index holds. */
final class IndexedMarks {

    private static final long NO_OFFER = -1;

    /** The moments of the last change that is in the document, in microseconds. */
    record State(long offerMicros, long placeMicros) {

        State(@Nullable Instant offer, @Nullable Instant place) {
            this(offer == null ? NO_OFFER : Documents.micros(offer), place == null ? 0 : Documents.micros(place));
        }
    }

    private IndexedMarks() {}

    static Map<UUID, State> of(IndexSearcher searcher) throws IOException {
        var states = new HashMap<UUID, State>();
        for (var leaf : searcher.getIndexReader().leaves()) {
            var reader = leaf.reader();
            var live = reader.getLiveDocs();
            var high = DocValues.getNumeric(reader, Fields.ID_HIGH);
            var low = DocValues.getNumeric(reader, Fields.ID_LOW);
            var offer = DocValues.getNumeric(reader, Fields.OFFER_CHANGED);
            var place = DocValues.getNumeric(reader, Fields.PLACE_CHANGED);
            for (int doc = 0; doc < reader.maxDoc(); doc++) {
                if ((live == null || live.get(doc))
                        && high.advanceExact(doc)
                        && low.advanceExact(doc)
                        && place.advanceExact(doc)) {
                    var offerMicros = offer.advanceExact(doc) ? offer.longValue() : NO_OFFER;
                    states.put(new UUID(high.longValue(), low.longValue()), new State(offerMicros, place.longValue()));
                }
            }
        }
        return states;
    }
}
