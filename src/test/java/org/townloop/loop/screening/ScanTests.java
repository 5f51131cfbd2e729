package org.townloop.loop.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.townloop.TestClock;
import org.townloop.TownTest;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.region.Regions;
import org.townloop.loop.feedback.Reviews;
import org.townloop.supply.booking.Availability;
import org.townloop.supply.merchant.OpeningHours;
import org.townloop.supply.merchant.Places;
import org.townloop.supply.merchant.listing.Import;
import org.townloop.supply.merchant.listing.Options;
import org.townloop.supply.merchant.listing.Progress;
import org.townloop.supply.offer.Offers;

/** That every answer of the index is the one that looking at every row gives: hits, order, total, facets, pages. */
@TownTest
class ScanTests {

    /** Of each seed; {@code -Dquestions=} asks more. */
    private static final int QUERIES = Integer.getInteger("questions", 700);

    private static final long[] SEEDS = {20_261_121, 42, 7_654_321};

    @Autowired
    private Screening screening;

    @Autowired
    private Offers offers;

    @Autowired
    private Places places;

    @Autowired
    private Availability availability;

    @Autowired
    private ReputationSource reputations;

    @Autowired
    private Reviews reviews;

    @Autowired
    private Wordings wordings;

    @Autowired
    private Regions regions;

    @Autowired
    private OpeningHours hours;

    @Autowired
    private Import imports;

    @Autowired
    private TestClock clock;

    private final List<ScannedRow> rows = new ArrayList<>();

    @BeforeEach
    void aTown() {
        clock.set(TestClock.START);
        imports.run(List.of(Path.of("src/test/resources/places")), Options.USUAL, Progress.NONE);
        new RandomTown(new Random(SEEDS[0]), offers, reviews).build(25);
        ScannedMeaning.putOnTheMap();
        regions.reload();
        screening.catchUp();
        offers.forEach(
                500,
                batch -> batch.forEach(offer -> rows.add(
                        ScannedRow.of(offer, places.get(offer.place()), places.staff(offer.place()), wordings))));
        places.forEach(
                500,
                batch -> batch.stream()
                        .filter(place -> place.isListing())
                        .forEach(place -> rows.add(ScannedRow.of(place, wordings))));
    }

    @Test
    void everyAnswerIsTheOneOfAPlainScan() {
        var scan = new Scan(rows, availability, reputations, clock.instant(), regions, hours);
        var found = 0;
        var counted = 0;
        for (var seed : SEEDS) {
            var queries = new RandomQueries(seed, rows, clock.instant());
            for (int i = 0; i < QUERIES; i++) {
                var query = queries.next();
                var expected = scan.ids(query);
                var pages = pages(query);
                assertThat(pages.ids()).as("query %d of %d: %s", i, seed, query).isEqualTo(expected);
                assertThat(pages.first().total()).as("total of %s", query).isEqualTo(expected.size());
                counted += sameFacets(query, scan, pages.first());
                found += expected.isEmpty() ? 0 : 1;
            }
        }
        assertThat(found).as("queries that find something").isGreaterThan(SEEDS.length * QUERIES / 4);
        assertThat(counted).as("facets compared").isGreaterThan(SEEDS.length * QUERIES * 3);
    }

    /** Every facet that is shown, and that the trade, the price and the district are among them. */
    private static int sameFacets(Query query, Scan scan, Results results) {
        assertThat(results.facets()).containsKeys("trade", "price", "district");
        results.facets().forEach((facet, counts) -> {
            var there = new TreeMap<String, Integer>();
            counts.stream()
                    .filter(count -> count.count() > 0)
                    .forEach(count -> there.put(count.value(), count.count()));
            Map<String, Integer> expected = scan.facet(query, facet);
            assertThat(there).as("%s of %s", facet, query).isEqualTo(expected);
        });
        return results.facets().size();
    }

    private record Pages(Results first, List<UUID> ids) {}

    private Pages pages(Query query) {
        var first = results(query);
        var ids = new ArrayList<UUID>();
        for (var page = first; ; page = results(query.from(page.cursor()))) {
            page.hits()
                    .forEach(hit -> ids.add(
                            hit.offer() == null
                                    ? hit.place().value()
                                    : hit.offer().value()));
            if (page.cursor() == null) {
                return new Pages(first, ids);
            }
        }
    }

    private Results results(Query query) {
        return switch (screening.find(query)) {
            case Outcome.Done(var results) -> results;
            case Outcome.Refused(var refusal) -> throw new AssertionError(query + " was refused: " + refusal);
        };
    }
}
