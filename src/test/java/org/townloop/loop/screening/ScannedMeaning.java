package org.townloop.loop.screening;

import java.util.List;
import java.util.function.Predicate;
import org.townloop.TestTown;
import org.townloop.base.kernel.Point;
import org.townloop.base.kernel.Words;
import org.townloop.supply.TestSalon;

/** What the questions of the scan mean, by the few forms in which they are made. */
class ScannedMeaning {

    /** On the map of the test's Shanghai. */
    static final List<Landmark> LANDMARKS = List.of(
            new Landmark(901, Words.of("The Drum Tower", "鼓楼"), new Point(30.272, 119.722)),
            new Landmark(902, Words.of("Long Distance Coach Station", "长途汽车站"), new Point(30.262, 119.712)));

    record Landmark(int id, Words name, Point point) {}

    static void putOnTheMap() {
        TestSalon.with(1, 1);
        for (var landmark : LANDMARKS) {
            TestTown.jdbc()
                    .sql("""
                        insert into region.feature (region_id, id, kind, name, points)
                        values (?, ?, 'landmark', jsonb_build_object('en', ?::text, 'zh', ?::text), array[?::float8, ?::float8])
                        on conflict do nothing
                        """)
                    .params(
                            TestSalon.SHANGHAI.number(),
                            landmark.id(),
                            String.valueOf(landmark.name().en()),
                            String.valueOf(landmark.name().zh()),
                            landmark.point().lat(),
                            landmark.point().lon())
                    .update();
        }
    }

    Query of(Query query) {
        if (query.near() != null || !TestSalon.SHANGHAI.equals(query.region())) {
            return query;
        }
        for (var landmark : LANDMARKS) {
            var english = "near " + landmark.name().en();
            var chinese = landmark.name().zh() + "附近";
            if (query.text().endsWith(english)) {
                return query.around(query.text().replace(english, "").strip(), landmark.point(), 800);
            }
            if (query.text().startsWith(chinese)) {
                var rest = query.text().substring(chinese.length());
                return query.around((rest.startsWith("的") ? rest.substring(1) : rest).strip(), landmark.point(), 800);
            }
        }
        return query;
    }

    Wanted wanted(Query query, List<ScannedRow> rows, Predicate<ScannedRow> isInRegion) {
        var wanted = Wanted.in(query.text());
        var terms = wanted.terms().stream()
                .map(term -> meant(term, rows, isInRegion))
                .toList();
        return new Wanted(terms, wanted.tokens());
    }

    private static Term meant(Term term, List<ScannedRow> rows, Predicate<ScannedRow> isInRegion) {
        return term instanceof Term.Word(var folded, var _)
                        && folded.matches("\\p{L}{4,}")
                        && rows.stream()
                                .noneMatch(row ->
                                        isInRegion.test(row) && row.text().says(term))
                ? new Term.Slip(folded, folded.length() < 8 ? 1 : 2)
                : term;
    }
}
