package org.townloop.loop.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.townloop.TestClock;
import org.townloop.TownTest;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Point;
import org.townloop.base.kernel.RegionId;
import org.townloop.base.region.Regions;
import org.townloop.loop.feedback.Reviews;
import org.townloop.supply.TestSalon;
import org.townloop.supply.booking.Availability;
import org.townloop.supply.merchant.OpeningHours;
import org.townloop.supply.merchant.Places;
import org.townloop.supply.merchant.TimeSpan;
import org.townloop.supply.merchant.listing.Import;
import org.townloop.supply.merchant.listing.Options;
import org.townloop.supply.merchant.listing.Progress;
import org.townloop.supply.offer.Offers;

/** That every answer of the index is the one that looking at every row gives: hits, order, total, facets, pages. */
@TownTest
class ScanTests {

    private static final int QUERIES = 400;
    private static final long SEED = 20_261_121;

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

    private final Random random = new Random(SEED);
    private List<ScannedRow> rows = List.of();

    @BeforeEach
    void aTown() {
        clock.set(TestClock.START);
        imports.run(List.of(Path.of("src/test/resources/places")), Options.USUAL, Progress.NONE);
        new RandomTown(random, offers, reviews).build(25);
        screening.catchUp();
        rows = new ArrayList<>();
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
        var answered = 0;
        var found = 0;
        for (int i = 0; i < QUERIES; i++) {
            var query = query();
            var expected = scan.ids(query);
            var pages = pages(query);
            assertThat(pages.ids()).as("query %d: %s", i, query).isEqualTo(expected);
            assertThat(pages.first().total()).as("total of %s", query).isEqualTo(expected.size());
            pages.first().facets().forEach((facet, counts) -> {
                if (!facet.equals("price")) {
                    var there = counts.stream()
                            .filter(count -> count.count() > 0)
                            .collect(Collectors.toMap(FacetCount::value, FacetCount::count));
                    assertThat(there).as("%s of %s", facet, query).isEqualTo(scan.facet(query, facet));
                }
            });
            answered++;
            found += expected.isEmpty() ? 0 : 1;
        }
        assertThat(answered).isEqualTo(QUERIES);
        assertThat(found).as("queries that find something").isGreaterThan(QUERIES / 3);
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

    private Query query() {
        var near = chance(2) ? somewhere() : null;
        var sorts = near == null ? List.of(Sort.BEST, Sort.PRICE, Sort.RATING, Sort.SOONEST) : List.of(Sort.values());
        return new Query(
                chance(3) ? one(List.of(TestSalon.SHANGHAI, new RegionId(999_000), new RegionId(110_000))) : null,
                chance(15) ? one(rows).place().id() : null,
                chance(2) ? words() : "",
                chance(4) ? Set.of(one(List.of("hair-and-beauty", "restaurants", "hotels"))) : Set.of(),
                near,
                near != null && chance(2) ? 1 + random.nextInt(3_000) : null,
                chance(4) ? window() : null,
                chance(5) ? 100L * random.nextInt(200) : null,
                chance(5) ? 100L * (200 + random.nextInt(200)) : null,
                chance(6) ? 1 + random.nextInt(8) / 2.0 : null,
                attributes(),
                one(sorts),
                chance(2) ? 1 + random.nextInt(30) : Query.MOST,
                null);
    }

    /** A word, a part of a Chinese one, or two of them, of some row. */
    private String words() {
        var texts = one(rows).text().all();
        var words = new ArrayList<String>();
        for (int i = 0; i < 1 + random.nextInt(2); i++) {
            var text = one(texts);
            var parts = text.split("\\s+");
            var part = parts[random.nextInt(parts.length)];
            var from = part.codePoints().anyMatch(Character::isIdeographic) ? random.nextInt(part.length()) : 0;
            words.add(part.substring(from, Math.min(part.length(), from + 2 + random.nextInt(6))));
        }
        return String.join(" ", words);
    }

    private TimeSpan window() {
        var start = clock.instant().plus(Duration.ofMinutes(15L * random.nextInt(96 * 3)));
        return TimeSpan.of(start, Duration.ofMinutes(30L + 30 * random.nextInt(8)));
    }

    private Map<String, AttributeFilter> attributes() {
        var filters = new HashMap<String, AttributeFilter>();
        if (chance(4)) {
            filters.put("services", new AttributeFilter.OneOf(Set.of("cut", "perm")));
        } else if (chance(6)) {
            filters.put("services", new AttributeFilter.All(Set.of("cut", "wash")));
        }
        if (chance(6)) {
            filters.put("quiet", new AttributeFilter.OneOf(Set.of("true")));
        }
        if (chance(8)) {
            filters.put("experienceYears", new AttributeFilter.Min(BigDecimal.valueOf(random.nextInt(30))));
        }
        return filters;
    }

    private Point somewhere() {
        return new Point(30.27 + random.nextGaussian() / 100, 119.72 + random.nextGaussian() / 100);
    }

    private <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private boolean chance(int in) {
        return random.nextInt(in) == 0;
    }
}
