package org.townloop.loop.screening;

import java.io.IOException;
import java.util.Optional;
import org.apache.lucene.search.IndexSearcher;
import org.springframework.stereotype.Component;
import org.townloop.loop.screening.PlaceWords.Found;

/** Makes of a question what it means: a place that its words name, and words that were spelled wrong. */
@Component
class Understanding {

    /**
     * @param query without the words that name a place, around that place
     * @param wanted its words
     */
    record Reading(Query query, Wanted wanted, Understood told) {}

    private final PlaceWords places;
    private final Conditions conditions;

    Understanding(PlaceWords places, Conditions conditions) {
        this.places = places;
        this.conditions = conditions;
    }

    Reading of(IndexSearcher searcher, Query asked) throws IOException {
        var place = place(searcher, asked);
        var query = place.map(found -> around(asked, found)).orElse(asked);
        var wanted = Slips.in(searcher, conditions.scope(query.region()), Wanted.in(query.text()));
        var near = place.map(found ->
                        new Understood.Near(found.point().name(), found.point().point(), metres(asked)))
                .orElse(null);
        return new Reading(query, wanted, new Understood(query.text(), near, wanted.slips()));
    }

    /** A point that was given is the one that is meant. */
    private Optional<Found> place(IndexSearcher searcher, Query asked) throws IOException {
        return asked.near() != null || asked.region() == null || asked.text().isEmpty()
                ? Optional.empty()
                : places.in(searcher, asked.region(), asked.text());
    }

    private static Query around(Query asked, Found found) {
        return asked.around(found.what(), found.point().point(), metres(asked));
    }

    private static int metres(Query asked) {
        return asked.withinMetres() == null ? PlaceWords.AROUND_METRES : asked.withinMetres();
    }
}
