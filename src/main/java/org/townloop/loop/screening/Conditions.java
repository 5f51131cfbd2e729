package org.townloop.loop.screening;

import org.apache.lucene.document.IntField;
import org.apache.lucene.document.LatLonPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.RegionId;
import org.townloop.base.region.Regions;

/** The conditions that the index decides: words, region, place and the circle on the map. */
@Component
class Conditions {

    /** The index keeps positions to a centimetre and reckons with a slightly other earth; the exact check follows. */
    private static final double MARGIN = 1.001;

    private final Regions regions;

    Conditions(Regions regions) {
        this.regions = regions;
    }

    /** All of the region and below it. */
    org.apache.lucene.search.Query scope(@Nullable RegionId region) {
        if (region == null) {
            return new MatchAllDocsQuery();
        }
        var numbers = regions.within(region).stream().mapToInt(RegionId::number);
        return IntField.newSetQuery(Fields.REGION, numbers.toArray());
    }

    /** @param wanted the words of the query, as they were understood */
    org.apache.lucene.search.Query of(Query query, Wanted wanted) {
        var all = new BooleanQuery.Builder();
        all.add(scope(query.region()), Occur.FILTER);
        if (query.place() != null) {
            var key = Documents.key(query.place().value());
            all.add(new TermQuery(new Term(Fields.PLACE, key)), Occur.FILTER);
        }
        if (query.near() != null && query.withinMetres() != null) {
            var near = query.near();
            var radius = query.withinMetres() * MARGIN + 1;
            all.add(LatLonPoint.newDistanceQuery(Fields.POINT, near.lat(), near.lon(), radius), Occur.FILTER);
        }
        if (!wanted.terms().isEmpty()) {
            all.add(TextQueries.all(wanted), Occur.MUST);
        }
        return all.build();
    }
}
