package org.townloop.loop.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.townloop.TestClock;
import org.townloop.TestTown;
import org.townloop.TownTest;
import org.townloop.base.kernel.Outcome;
import org.townloop.supply.merchant.listing.Import;
import org.townloop.supply.merchant.listing.Options;
import org.townloop.supply.merchant.listing.Progress;

/** That 2,549 real venues are found by what is known of them. What must be found is worked out from the files alone. */
@TownTest
class BeijingVenuesTests {

    private static final List<String> DISHES = List.of("烤鸭", "小龙虾", "炸酱面", "豆汁", "羊蝎子", "火锅", "牛排", "寿司", "烤鱼");
    private static final List<String> FACILITIES = List.of("健身房", "会议室", "吹风机", "残疾人", "棋牌室", "游泳池", "叫醒");
    private static final List<String> TRADES = List.of("hotels", "restaurants", "sights");
    private static final List<String> DISTRICTS = List.of("110101", "110102", "110105", "110108", "110114", "110119");

    @Autowired
    private Screening screening;

    @Autowired
    private QueryReader reader;

    @Autowired
    private Import imports;

    @Autowired
    private TestClock clock;

    private List<Venue> venues = List.of();

    @BeforeEach
    void beijing() throws IOException {
        clock.set(TestClock.START);
        imports.run(List.of(Venue.FILES), Options.USUAL, Progress.NONE);
        screening.catchUp();
        venues = Venue.all();
        assertThat(venues).hasSize(2_549);
    }

    @AfterEach
    void withoutThem() {
        TestTown.jdbc()
                .sql("delete from merchant.place where source = 'crosswoz'")
                .update();
        screening.catchUp();
    }

    @Test
    void eachIsFoundByAnyPartOfItsName() {
        var random = new Random(7);
        for (int i = 0; i < 200; i++) {
            var venue = venues.get(random.nextInt(venues.size()));
            var runs = venue.name().split("[^\\p{IsHan}]+");
            var run = runs.length == 0 ? "" : runs[random.nextInt(runs.length)];
            if (run.length() >= 2) {
                var from = random.nextInt(run.length() - 1);
                var part = run.substring(from, Math.min(run.length(), from + 2 + random.nextInt(4)));
                assertThat(found("q", part).keySet())
                        .as("“%s” of %s", part, venue.name())
                        .contains(venue.key())
                        .containsAll(keys(each -> each.says(part)));
            }
        }
    }

    @Test
    void aDishAFacilityOrAStationFindsAllThatHaveItAndNoOthers() {
        for (var dish : DISHES) {
            assertThat(found("q", dish).keySet()).as(dish).isNotEmpty().isEqualTo(keys(venue -> venue.says(dish)));
        }
        for (var facility : FACILITIES) {
            assertThat(found("q", facility, "pack", "hotels").keySet())
                    .as(facility)
                    .isNotEmpty()
                    .isEqualTo(keys(venue -> venue.trade().equals("hotels") && venue.says(facility)));
        }
        for (var station : List.of("西直门", "灯市口", "菜市口", "五道口")) {
            assertThat(found("q", station + " 地铁站").keySet())
                    .as(station)
                    .isNotEmpty()
                    .isEqualTo(keys(venue -> venue.says(station) && venue.says("地铁站")));
        }
    }

    @Test
    void aDishIsFoundByItsSoundAndByItsInitials() {
        for (var asked : List.of("gongbaojiding", "gongbao", "gbjd", "gongbaoji")) {
            assertThat(found("q", asked).keySet())
                    .as(asked)
                    .isNotEmpty()
                    .containsAll(keys(venue -> venue.says("宫保鸡丁")));
        }
        assertThat(found("q", "kaoya").keySet()).containsAll(keys(venue -> venue.says("烤鸭")));
        assertThat(found("q", "quanjude").keySet()).containsAll(keys(venue -> venue.says("全聚德")));
        assertThat(found("q", "宮保雞丁").keySet()).isEqualTo(found("q", "宫保鸡丁").keySet());
    }

    @Test
    void anyConditionsTogetherFindWhatTheFilesSayAndCountItRight() {
        var random = new Random(11);
        var some = 0;
        for (int i = 0; i < 120; i++) {
            var asked = new TreeMap<String, String>(Map.of("region", "110000"));
            var conditions = conditions(random, asked);
            Predicate<Venue> all = venue -> conditions.values().stream().allMatch(each -> each.test(venue));
            var expected = keys(all);
            assertThat(found(asked).keySet()).as("%s", asked).isEqualTo(expected);
            some += expected.isEmpty() ? 0 : 1;
            var results = results(asked);
            for (var facet : List.of("trade", "district")) {
                assertThat(facet(results, facet)).as("%s of %s", facet, asked).isEqualTo(counts(conditions, facet));
            }
        }
        assertThat(some).as("questions with an answer").isGreaterThan(60);
    }

    @Test
    void theCheapestAndTheBestRatedStandFirst() {
        var byPrice = new ArrayList<>(
                found("pack", "hotels", "sort", "price", "priceMax", "40000").values());
        assertThat(byPrice).hasSizeGreaterThan(50).isSorted();
        assertThat(found("pack", "hotels", "sort", "rating").keySet().iterator().next())
                .satisfies(best -> assertThat(venue(best).rating())
                        .isEqualTo(venues.stream()
                                .filter(venue -> venue.trade().equals("hotels"))
                                .mapToDouble(Venue::rating)
                                .max()
                                .orElseThrow()));
    }

    private Map<String, Predicate<Venue>> conditions(Random random, Map<String, String> asked) {
        var conditions = new HashMap<String, Predicate<Venue>>();
        if (random.nextInt(2) == 0) {
            var trade = one(random, TRADES);
            asked.put("pack", trade);
            conditions.put("trade", venue -> venue.trade().equals(trade));
        }
        if (random.nextInt(2) == 0) {
            var both = List.of(one(random, DISTRICTS), one(random, DISTRICTS));
            asked.put("district", String.join(",", both));
            conditions.put("district", venue -> both.contains(venue.district()));
        }
        if (random.nextInt(3) == 0) {
            var word = one(random, random.nextBoolean() ? DISHES : FACILITIES);
            asked.put("q", word);
            conditions.put("words", venue -> venue.says(word));
        }
        if (random.nextInt(3) == 0) {
            var yuan = 20L * random.nextInt(40);
            asked.put("priceMin", "" + yuan * 100);
            asked.put("priceMax", "" + (yuan + 300) * 100);
            conditions.put(
                    "price", venue -> venue.yuan() != null && venue.yuan() >= yuan && venue.yuan() <= yuan + 300);
        }
        if (random.nextInt(3) == 0) {
            var rating = 3 + random.nextInt(20) / 10.0;
            asked.put("ratingMin", "" + rating);
            conditions.put("rating", venue -> venue.rating() >= rating);
        }
        return conditions;
    }

    private Map<String, Integer> counts(Map<String, Predicate<Venue>> conditions, String facet) {
        var counts = new TreeMap<String, Integer>();
        venues.stream()
                .filter(venue -> conditions.entrySet().stream()
                        .allMatch(each ->
                                each.getKey().equals(facet) || each.getValue().test(venue)))
                .forEach(venue ->
                        counts.merge(facet.equals("trade") ? venue.trade() : venue.district(), 1, Integer::sum));
        return counts;
    }

    private Map<String, Integer> facet(Results results, String facet) {
        var counts = new TreeMap<String, Integer>();
        results.facets().getOrDefault(facet, List.of()).stream()
                .filter(count -> count.count() > 0)
                .forEach(count -> counts.put(count.value(), count.count()));
        return counts;
    }

    private java.util.Set<String> keys(Predicate<Venue> condition) {
        return venues.stream().filter(condition).map(Venue::key).collect(java.util.stream.Collectors.toSet());
    }

    private Venue venue(String key) {
        return venues.stream()
                .filter(venue -> venue.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private Map<String, Long> found(String... asked) {
        var parameters = new TreeMap<String, String>(Map.of("region", "110000"));
        for (int i = 0; i < asked.length; i += 2) {
            parameters.put(asked[i], asked[i + 1]);
        }
        return found(parameters);
    }

    /** All pages, in their order: who it is, and what it costs by its source. */
    private Map<String, Long> found(Map<String, String> asked) {
        var found = new java.util.LinkedHashMap<String, Long>();
        var parameters = new TreeMap<>(asked);
        parameters.put("limit", "100");
        for (var page = results(parameters); ; page = results(parameters)) {
            page.hits().stream()
                    .filter(Hit::listing)
                    .forEach(hit -> found.put(
                            hit.trade() + "/" + hit.title().zh(),
                            hit.details().path("listedPrice").path("minor").asLong(-1)));
            if (page.cursor() == null) {
                return found;
            }
            parameters.put("cursor", page.cursor());
        }
    }

    private Results results(Map<String, String> asked) {
        var named = new HashMap<String, List<String>>();
        asked.forEach((name, value) -> named.put(name, List.of(value)));
        return switch (reader.read(named).then(screening::find)) {
            case Outcome.Done(var results) -> results;
            case Outcome.Refused(var refusal) -> throw new AssertionError(asked + ": " + refusal);
        };
    }

    private static <T> T one(Random random, List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
