package org.townloop.loop.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.townloop.TestClock;
import org.townloop.TownTest;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Point;
import org.townloop.base.kernel.Refusal;
import org.townloop.supply.TestSalon;
import org.townloop.supply.merchant.TimeSpan;

/** That a question that is wrong is refused by the name of what is wrong in it. */
@TownTest
class QueryReaderTests {

    @Autowired
    private QueryReader reader;

    @Autowired
    private Screening screening;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void aRegion() {
        clock.set(TestClock.START);
        TestSalon.with(1, 1);
    }

    @Test
    void everyParameterIsUnderstood() {
        var query = reader.read(Map.ofEntries(
                Map.entry("region", List.of("test-shanghai")),
                Map.entry("q", List.of(" haircut ")),
                Map.entry("pack", List.of("hair-and-beauty", "hotels")),
                Map.entry("near", List.of("30.27, 119.72")),
                Map.entry("within", List.of("1500")),
                Map.entry("open", List.of("2026-11-28T15:00 08:00/PT1H")),
                Map.entry("priceMin", List.of("")),
                Map.entry("priceMax", List.of("20000")),
                Map.entry("attr.services", List.of("cut", "perm,wash")),
                Map.entry("attr.experienceYears.min", List.of("5")),
                Map.entry("attr.experienceYears.max", List.of("20.0")),
                Map.entry("attr.hair-and-beauty.quiet", List.of("true")),
                Map.entry("price", List.of("5000-9999,50000-")),
                Map.entry("district", List.of("test-shanghai")),
                Map.entry("sort", List.of("near")),
                Map.entry("lang", List.of("zh-CN"))));
        assertThat(query).isInstanceOfSatisfying(Outcome.Done.class, done -> {
            var read = (Query) done.value();
            assertThat(read.region()).isEqualTo(TestSalon.SHANGHAI);
            assertThat(read.text()).isEqualTo("haircut");
            assertThat(read.trades()).containsExactlyInAnyOrder("hair-and-beauty", "hotels");
            assertThat(read.near()).isEqualTo(new Point(30.27, 119.72));
            assertThat(read.open()).isEqualTo(TimeSpan.of(Instant.parse("2026-11-28T07:00:00Z"), Duration.ofHours(1)));
            assertThat(read.priceMinMinor()).isNull();
            assertThat(read.priceMaxMinor()).isEqualTo(20_000);
            assertThat(read.attributes().get("services"))
                    .containsExactly(new AttributeFilter.OneOf(Set.of("cut", "perm", "wash")));
            assertThat(read.attributes().get("experienceYears"))
                    .containsExactlyInAnyOrder(
                            new AttributeFilter.Min(new BigDecimal("5")),
                            new AttributeFilter.Max(new BigDecimal("20.0")));
            assertThat(read.attributes().get("hair-and-beauty.quiet"))
                    .containsExactly(new AttributeFilter.OneOf(Set.of("true")));
            assertThat(read.prices())
                    .containsExactlyInAnyOrder(new PriceRange(5_000, 9_999L), new PriceRange(50_000, null));
            assertThat(read.districts()).containsExactly(TestSalon.SHANGHAI);
            assertThat(read.sort()).isEqualTo(Sort.NEAR);
            assertThat(read.limit()).isEqualTo(Query.USUAL);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "region | atlantis | region-unknown",
                "region | 99999999 | region-unknown",
                "region | 0 | region-unknown",
                "place | abc | place-unreadable",
                "place | 00000000-0000-0000-0000-000000000000 | place-unreadable",
                "pack | teleport | trade-unknown",
                "near | here | near-unreadable",
                "near | 91,0 | near-unreadable",
                "near | NaN,0 | near-unreadable",
                "within | 100 | within-needs-near",
                "within | -1 | within-out-of-range",
                "within | 1.5 | within-out-of-range",
                "within | 99999999999 | within-out-of-range",
                "open | tomorrow | open-unreadable",
                "open | 2026-11-28T15:00+08:00 | open-unreadable",
                "open | 2026-11-28T15:00+08:00/PT0S | open-unreadable",
                "open | 2026-11-28T15:00+08:00/-PT1H | open-unreadable",
                "open | +999999999-12-31T23:59:59-18:00/PT9999999999H | open-unreadable",
                "open | 2026-11-25T15:00+08:00/PT1H | open-past",
                "priceMin | -5 | price-bound-unreadable",
                "price | 100 | prices-unreadable",
                "price | 200-100 | prices-unreadable",
                "price | - | prices-unreadable",
                "price | 99999999999999999999-1 | prices-unreadable",
                "district | atlantis | region-unknown",
                "attr.hotels.services | cut | filter-unknown",
                "attr.hair-and-beauty.services.cut | cut | filter-unknown",
                "attr.experienceYears | many | filter-needs-number",
                "attr.experienceYears.max | 1e999999999 | filter-needs-number",
                "attr.experienceYears.min | 123456789012345678901 | filter-needs-number",
                "priceMax | 12.80 | price-bound-unreadable",
                "ratingMin | 6 | rating-min-out-of-range",
                "ratingMin | NaN | rating-min-out-of-range",
                "ratingMin | five | rating-min-out-of-range",
                "attr.colourOfTheDoor | red | filter-unknown",
                "attr.services | surgery | filter-value-unknown",
                "attr.services.min | 3 | filter-needs-number",
                "attr.experienceYears.min | old | filter-needs-number",
                "sort | loudest | sort-unknown",
                "sort | near | sort-needs-near",
                "limit | 0 | limit-out-of-range",
                "limit | 101 | limit-out-of-range",
                "limit | many | limit-out-of-range",
                "cursor | abc | cursor-invalid",
                "cursor | !! | cursor-invalid",
            })
    void whatIsWrongIsNamed(String name, String value, String code) {
        var refusal = refusal(Map.of(name, List.of(value)));
        assertThat(refusal.reason().code()).isEqualTo(code);
        assertThat(String.valueOf(refusal.field()))
                .satisfiesAnyOf(
                        field -> assertThat(field).isEqualTo(name),
                        field -> assertThat(code).endsWith("needs-near"));
    }

    @Test
    void aRangeThatIsEmptyAndATextThatIsTooLongAreRefused() {
        assertThat(refusal(Map.of("priceMin", List.of("200"), "priceMax", List.of("100")))
                        .reason())
                .isEqualTo(ScreeningReason.PRICE_RANGE_EMPTY);
        assertThat(refusal(Map.of("q", List.of("x".repeat(201)))).reason()).isEqualTo(ScreeningReason.TEXT_TOO_LONG);
        assertThat(refusal(Map.of("q", List.of("x y z ".repeat(9) + "a b c d e f g h i j k l m n o p q r s t u v w")))
                        .reason())
                .isEqualTo(ScreeningReason.TEXT_OF_TOO_MANY_WORDS);
        var many = String.join(
                ",", IntStream.range(0, 101).mapToObj(i -> "trade" + i).toList());
        assertThat(refusal(Map.of("pack", List.of(many)))).satisfies(refusal -> {
            assertThat(refusal.reason()).isEqualTo(ScreeningReason.FILTERS_TOO_MANY);
            assertThat(refusal.field()).isEqualTo("pack");
        });
    }

    private Refusal refusal(Map<String, List<String>> parameters) {
        return switch (reader.read(parameters)) {
            case Outcome.Refused(var refusal) -> refusal;
            case Outcome.Done(var query) ->
                switch (screening.find(query)) {
                    case Outcome.Refused(var refusal) -> refusal;
                    case Outcome.Done(var results) -> throw new AssertionError("not refused: " + results);
                };
        };
    }
}
