package org.townloop.loop.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.townloop.TestClock;
import org.townloop.TownTest;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.Ids;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Outcome;
import org.townloop.loop.feedback.Reviews;
import org.townloop.supply.TestSalon;
import org.townloop.supply.booking.Bookings;
import org.townloop.supply.booking.HoldRequest;
import org.townloop.supply.merchant.listing.Import;
import org.townloop.supply.merchant.listing.Options;
import org.townloop.supply.merchant.listing.Progress;
import org.townloop.supply.offer.NewOffer;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Offers;
import tools.jackson.databind.json.JsonMapper;

/** What a resident finds, and how soon. */
@TownTest
class ScreeningTests {

    /** Saturday at three in the afternoon, for an hour. */
    private static final String SATURDAY = "2026-11-28T15:00:00+08:00/PT1H";

    @Autowired
    private Screening screening;

    @Autowired
    private QueryReader reader;

    @Autowired
    private Offers offers;

    @Autowired
    private Bookings bookings;

    @Autowired
    private Reviews reviews;

    @Autowired
    private Import imports;

    @Autowired
    private Atomically atomically;

    @Autowired
    private TestClock clock;

    private TestSalon salon;
    private Offer haircut;

    @BeforeEach
    void aSalonWithOneChair() {
        clock.set(TestClock.START);
        salon = TestSalon.with(1, 1);
        haircut = write(salon.haircut());
    }

    @Test
    void anOfferIsFoundAsSoonAsItIsWrittenAndNoLongerOnceItIsWithdrawn() {
        assertThat(here("q", "haircut").hits()).extracting(Hit::offer).containsExactly(haircut.id());
        write(changed(haircut, 9_900, true));
        assertThat(here("q", "haircut").hits()).extracting(Hit::price).containsExactly(Money.of(9_900, "CNY"));
        write(changed(haircut, 9_900, false));
        assertThat(here("q", "haircut").total()).isZero();
    }

    @Test
    void aTimeThatWasTakenIsNotFoundByTheNextSearch() {
        assertThat(here("open", SATURDAY).hits())
                .singleElement()
                .satisfies(hit -> assertThat(hit.nextSlots()).containsExactly(Instant.parse("2026-11-28T07:00:00Z")));
        hold("2026-11-28T06:30:00Z");
        assertThat(here("open", SATURDAY).total()).isZero();
        assertThat(here("open", "2026-11-28T15:00:00+08:00/PT2H").hits())
                .singleElement()
                .satisfies(hit -> assertThat(hit.nextSlots()).first().isEqualTo(Instant.parse("2026-11-28T07:30:00Z")));
    }

    @Test
    void aReviewCountsInTheNextSearch() {
        assertThat(here("ratingMin", "4").total()).isZero();
        review(5);
        assertThat(here("ratingMin", "4").hits()).singleElement().satisfies(hit -> {
            assertThat(hit.reputation().visits()).isEqualTo(1);
            assertThat(hit.reputation().mean()).isEqualTo(5);
        });
        review(1);
        assertThat(here("ratingMin", "4").total()).isZero();
        assertThat(here("ratingMin", "3").total()).isEqualTo(1);
    }

    @Test
    void theLastMetreOfTheCircleDecides() {
        // the salon stands at 30.27, 119.72; this point is 1112 m north of it
        var near = "30.28,119.72";
        assertThat(here("near", near, "within", "1112").total()).isEqualTo(1);
        assertThat(here("near", near, "within", "1111").total()).isZero();
        assertThat(here("near", near).hits())
                .singleElement()
                .satisfies(hit -> assertThat(hit.distanceMetres()).isBetween(1_111.0, 1_112.0));
    }

    @Test
    void aSecondValueOfAFacetAddsAndItsCountsLeaveItselfOut() {
        write(with("{\"services\": [\"perm\"]}"));
        write(with("{\"services\": [\"colour\", \"wash\"]}"));
        var results = here("attr.services", "perm");
        assertThat(results.total()).isEqualTo(1);
        assertThat(results.facets().get("attr.services"))
                .extracting(count -> count.value() + " " + count.count() + (count.chosen() ? " chosen" : ""))
                .containsExactly("cut 1", "wash 2", "colour 1", "perm 1 chosen");
        assertThat(here("attr.services", "perm,colour").total()).isEqualTo(2);
        assertThat(here("attr.services.all", "colour,wash").total()).isEqualTo(1);
        assertThat(here("attr.services.all", "colour,cut").total()).isZero();
    }

    @Test
    void aPriceBandIsAFilterThatCountsTheOthers() {
        write(changed(haircut, 4_999, true));
        write(salon.haircut());
        var results = here("priceMin", "5000");
        assertThat(results.total()).isEqualTo(1);
        assertThat(results.facets().get("price"))
                .extracting(count -> count.value() + " " + count.count())
                .containsExactly("0-4999 1", "10000-19999 1");
    }

    @ParameterizedTest
    @CsvSource({
        "剪发",
        "理发",
        "理髮",
        "haircuts",
        "trim",
        "HAIRC",
        "同心",
        "心美发",
        "钟楼街",
        "tongxin cut",
        "Lin haircut",
        "洗剪吹",
        "blow dry",
    })
    void itIsFoundByAnyOfItsWords(String words) {
        assertThat(here("q", words).total()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"pedicure", "同美", "haircut pizza", "air", "烤鸭"})
    void itIsNotFoundByOthers(String words) {
        assertThat(here("q", words).total()).isZero();
    }

    @Test
    void listingsAreFoundByDishAndByPartOfAName() {
        imports.run(List.of(Path.of("src/test/resources/places")), Options.USUAL, Progress.NONE);
        screening.catchUp();
        var duck = find("region", "110000", "q", "烤鸭");
        assertThat(duck.hits()).isNotEmpty().allSatisfy(hit -> {
            assertThat(hit.listing()).isTrue();
            assertThat(hit.price()).isNull();
            assertThat(hit.nextSlots()).isEmpty();
        });
        assertThat(duck.hits()).extracting(hit -> hit.title().in(Locale.CHINA)).contains("北京全聚德");
        assertThat(find("region", "110000", "q", "国寺小").hits())
                .extracting(hit -> hit.title().in(Locale.CHINA))
                .allMatch(name -> name.contains("护国寺小吃"))
                .hasSize(2);
        assertThat(find("region", "us-dc", "q", "saint").hits())
                .extracting(hit -> hit.title().in(Locale.ENGLISH))
                .contains("Cafe Saint Ex");
        assertThat(find("q", "cut cafe").total()).isZero();
        var all = find("limit", "100");
        assertThat(all.hits().stream().dropWhile(hit -> !hit.listing()))
                .as("listings stand after what can be booked")
                .allMatch(Hit::listing);
    }

    @Test
    void pagesGoOnWhereTheLastEndedWhateverComesBeforeIt() {
        for (int price = 1; price <= 6; price++) {
            write(changed(with("{\"services\": [\"perm\"]}"), price * 1_000, true));
        }
        var first = here("sort", "price", "limit", "3");
        write(changed(with("{\"services\": [\"perm\"]}"), 500, true));
        var rest = here("sort", "price", "limit", "20", "cursor", String.valueOf(first.cursor()));
        assertThat(rest.hits())
                .extracting(hit -> hit.price() == null ? 0 : hit.price().minor())
                .containsExactly(4_000L, 5_000L, 6_000L, 12_800L);
        assertThat(rest.cursor()).isNull();
        assertThat(refusal("place", place(), "sort", "rating", "cursor", String.valueOf(first.cursor())))
                .isEqualTo(ScreeningReason.CURSOR_INVALID);
    }

    private NewOffer with(String attributes) {
        var usual = salon.haircut();
        return new NewOffer(
                null,
                usual.place(),
                usual.pack(),
                usual.title(),
                usual.description(),
                usual.price(),
                usual.duration(),
                usual.bufferBefore(),
                usual.bufferAfter(),
                usual.resourceKind(),
                JsonMapper.shared().readTree(attributes),
                usual.staff(),
                true);
    }

    private NewOffer changed(NewOffer offer, long priceMinor, boolean active) {
        return new NewOffer(
                offer.id(),
                offer.place(),
                offer.pack(),
                offer.title(),
                offer.description(),
                Money.of(priceMinor, "CNY"),
                offer.duration(),
                offer.bufferBefore(),
                offer.bufferAfter(),
                offer.resourceKind(),
                offer.attributes(),
                offer.staff(),
                active);
    }

    private NewOffer changed(Offer offer, long priceMinor, boolean active) {
        var usual = salon.haircut();
        return changed(
                new NewOffer(
                        offer.id(),
                        usual.place(),
                        usual.pack(),
                        usual.title(),
                        usual.description(),
                        usual.price(),
                        usual.duration(),
                        usual.bufferBefore(),
                        usual.bufferAfter(),
                        usual.resourceKind(),
                        usual.attributes(),
                        usual.staff(),
                        true),
                priceMinor,
                active);
    }

    private Offer write(NewOffer offer) {
        return value(offers.write(offer));
    }

    private void hold(String start) {
        var request = new HoldRequest(
                salon.order(),
                1,
                haircut,
                Instant.parse(start),
                1,
                clock.instant().plus(Duration.ofMinutes(10)));
        value(atomically.run(() -> bookings.hold(List.of(request))));
    }

    private void review(int rating) {
        var resident = new PersonId(Ids.next(salon.region(), clock.instant()));
        var visit = RandomTown.visit(haircut, resident);
        value(reviews.write(new Actor(resident, "Lin", salon.region(), Locale.CHINA, List.of()), visit, rating, null));
    }

    private String place() {
        return salon.place().value().toString();
    }

    /** Among the offers of the salon. */
    private Results here(String... parameters) {
        var named = new ArrayList<>(List.of(parameters));
        named.addAll(List.of("place", place()));
        return find(named.toArray(String[]::new));
    }

    private Results find(String... parameters) {
        return value(screening.find(value(reader.read(named(parameters)))));
    }

    private Object refusal(String... parameters) {
        return switch (screening.find(value(reader.read(named(parameters))))) {
            case Outcome.Refused(var refusal) -> refusal.reason();
            case Outcome.Done(var results) -> results;
        };
    }

    private static Map<String, List<String>> named(String... parameters) {
        var named = new HashMap<String, List<String>>();
        for (int i = 0; i < parameters.length; i += 2) {
            named.put(parameters[i], List.of(parameters[i + 1]));
        }
        return named;
    }

    private static <T> T value(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done(var value) -> value;
            case Outcome.Refused(var refusal) -> throw new AssertionError(refusal.toString());
        };
    }
}
