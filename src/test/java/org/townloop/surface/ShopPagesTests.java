package org.townloop.surface;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.townloop.TestClock;
import org.townloop.TestPeople;
import org.townloop.TestTown;
import org.townloop.TownTest;
import org.townloop.base.kernel.Outcome;
import org.townloop.supply.TestGrocer;
import org.townloop.supply.offer.NewOffer;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Offers;

/** The shopping list of a grocer in a browser without scripts: what is on it stays on it. */
@TownTest
class ShopPagesTests {

    private static final String TEN = "2026-11-28T02:00:00Z";

    @LocalServerPort
    int port;

    @Autowired
    Offers offers;

    @Autowired
    TestClock clock;

    private TestGrocer grocer;
    private TestPeople resident;
    private UUID carrots;
    private UUID eggs;
    private String shop;

    @BeforeEach
    void open() {
        clock.set(TestClock.START);
        grocer = TestGrocer.with(20);
        resident = TestPeople.resident(grocer.house().region());
        carrots = written(grocer.article("Carrots", 350, null));
        eggs = written(grocer.article("Eggs", 1_480, null));
        shop = "/shops/" + grocer.house().place().value();
    }

    /** Without the address, which no cookie keeps. */
    @Test
    void theListStaysWhileSomebodySignsInOrLooksAtAnArticle() throws IOException {
        var browser = PageClient.visitor(port);
        var page = browser.get(shop);
        assertThat(page.words()).contains("You sign in before you book");
        var wanted = list(Map.of("q." + eggs, "2", "s." + eggs, "leave-out", "missing", "similar", "slotStart", TEN));
        assertThat(browser.post(shop + "/hold", page, wanted).location()).startsWith("/sign-in");

        var back = browser.get(shop + "?put=" + carrots);
        assertThat(quantity(back, eggs)).isEqualTo("2");
        assertThat(quantity(back, carrots)).isEqualTo("1");
        assertThat(back.words()).contains("33.10");
        assertThat(back.body()).contains("value=\"" + TEN + "\" checked").doesNotContain("Kingfisher");

        var more = new HashMap<>(wanted);
        more.put("q." + carrots, "3");
        more.put("about", carrots.toString());
        assertThat(browser.post(shop, back, more).location()).isEqualTo("/offers/" + carrots);
        assertThat(quantity(browser.get(shop), carrots)).isEqualTo("3");
    }

    @Test
    void theListsOfSeveralShopsAreKeptAndWhatIsBookedIsForgotten() throws IOException {
        var other = TestGrocer.with(20);
        var tea = written(other.article("Tea", 2_000, null));
        var there = "/shops/" + other.house().place().value();
        var browser = PageClient.of(port, resident);
        browser.post(there, browser.get(there), Map.of("q." + tea, "4"));
        var page = browser.get(shop);
        var booked =
                browser.post(shop + "/hold", page, list(Map.of("q." + eggs, "2", "slotStart", TEN, "how", "bring")));
        assertThat(booked.location()).as(booked.words()).contains("/checkout");
        assertThat(quantity(browser.get(shop), eggs)).isEmpty();
        assertThat(quantity(browser.get(there), tea)).isEqualTo("4");
    }

    @Test
    void whatNobodyWroteIntoTheListIsNotThere() throws IOException {
        var browser = PageClient.visitor(port);
        browser.cookie("lists", "x.y!AAAA.9.f.99999999999999." + "-".repeat(22) + "97");
        assertThat(browser.get(shop).status()).isEqualTo(200);
    }

    @Test
    void whoWantsToBeCalledIsAskedForATelephoneAtTheFieldItself() throws IOException {
        var browser = PageClient.of(port, resident);
        var page = browser.get(shop);
        var refused = browser.post(
                shop + "/hold",
                page,
                list(Map.of("q." + eggs, "2", "missing", "call", "slotStart", TEN, "how", "bring")));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.words()).contains("no telephone number is given");
        assertThat(refused.body()).containsPattern("id=\"f-phone\"[^>]*aria-invalid=\"true\"");
    }

    /** With the limit of the article, and not with one that no article has. */
    @ParameterizedTest
    @CsvSource({
        "abc, 'How many of “Eggs”? Write a whole number, at most 10, or nothing.'",
        "-1, 'How many of “Eggs”? Write a whole number, at most 10, or nothing.'",
        "999, 'An order may have at most 10 of “Eggs”. Take fewer.'"
    })
    void aNumberThatCannotBeIsSaidAtItsArticleAndKept(String typed, String says) throws IOException {
        var browser = PageClient.visitor(port);
        var page = browser.get(shop);
        var sums = browser.post(shop, page, Map.of("q." + eggs, typed, "q." + carrots, "2", "find", "Carrots"));
        assertThat(sums.status()).isEqualTo(422);
        assertThat(sums.words()).contains(says);
        assertThat(quantity(sums, eggs)).isEqualTo(typed);
        assertThat(sums.body())
                .containsPattern("id=\"q-" + eggs + "\"[^>]*aria-invalid=\"true\"")
                .doesNotContainPattern("id=\"q-" + carrots + "\"[^>]*aria-invalid=\"true\"");
        assertThat(sums.words()).as("the rest is reckoned").contains("¥7");

        var owner = PageClient.of(port, resident);
        var held = owner.post(
                shop + "/hold", owner.get(shop), list(Map.of("q." + eggs, typed, "slotStart", TEN, "how", "bring")));
        assertThat(held.status()).isEqualTo(422);
        assertThat(held.words()).contains(says);
    }

    @Test
    void nothingIsOfferedToBePaidWhileNoWindowIsOpen() throws IOException {
        assertThat(PageClient.visitor(port).get(shop).words()).contains("Go on to pay");
        TestTown.jdbc()
                .sql("""
                    update merchant.delivery set settings = jsonb_set(settings, '{windows}', '[]')
                    where region_id = ? and place_id = ?
                    """)
                .params(grocer.house().region().number(), grocer.house().place().value())
                .update();
        clock.move(Duration.ofDays(1));
        assertThat(PageClient.visitor(port).get(shop).words()).doesNotContain("Go on to pay");
    }

    private static Map<String, String> list(Map<String, String> fields) {
        var all = new HashMap<>(fields);
        all.put("address", "Kingfisher Lane 7");
        all.put("lat", "30.285");
        all.put("lon", "119.72");
        all.put("key", "k");
        return all;
    }

    private static String quantity(PageClient.Answer page, UUID article) {
        var found = Pattern.compile("name=\"q." + article + "\"[^>]* value=\"([^\"]*)\"")
                .matcher(page.body());
        assertThat(found.find()).as(page.words()).isTrue();
        return found.group(1);
    }

    private UUID written(NewOffer offered) {
        return switch (offers.write(offered)) {
            case Outcome.Done<Offer>(var offer) -> offer.id().value();
            case Outcome.Refused<Offer>(var refusal) -> throw new AssertionError(refusal);
        };
    }
}
