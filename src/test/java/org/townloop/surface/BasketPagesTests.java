package org.townloop.surface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.townloop.LoopClient;
import org.townloop.TestClock;
import org.townloop.TestPeople;
import org.townloop.TestTown;
import org.townloop.TownTest;
import org.townloop.base.kernel.Outcome;
import org.townloop.supply.TestSalon;
import org.townloop.supply.offer.NewOffer;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Offers;
import org.townloop.supply.offer.WalkIn;

/** The basket in a browser without scripts: filled, mended, booked and paid at once. */
@TownTest
class BasketPagesTests {

    private static final Instant SATURDAY = Instant.parse("2026-11-28T07:00:00Z");

    @LocalServerPort
    int port;

    @Autowired
    Offers offers;

    @Autowired
    TestClock clock;

    private TestPeople resident;
    private UUID here;
    private UUID there;

    @BeforeEach
    void open() {
        clock.set(TestClock.START);
        var salon = TestSalon.with(2, 2);
        resident = TestPeople.resident(salon.region());
        here = offer(salon);
        there = offer(TestSalon.with(1, 1));
    }

    /** Filled by nobody known, booked by whoever signs in. */
    @Test
    void whatIsOfTwoShopsIsBookedAndPaidAtOnce() throws IOException {
        var browser = PageClient.of(port, resident);
        pick(browser, here, Map.of("slotStart", SATURDAY.toString()));
        var basket = browser.follow(pick(browser, there, Map.of("slotStart", SATURDAY.toString())));
        assertThat(basket.words()).contains("Haircut", "256", "Book all");
        assertThat(basket.body()).contains("href=\"/basket\"");

        var booked = browser.follow(browser.post("/basket/hold", basket, Map.of("key", basket.field("key"))));
        assertThat(booked.words()).contains("Pay ¥256");
        var id = id(booked);
        var gateway = browser.post(
                "/baskets/" + id + "/payment", booked, Map.of("gateway", "sandbox", "key", booked.field("key")));
        new LoopClient(port).press(gateway.location(), "succeed");

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(browser.get("/baskets/" + id).words())
                        .contains("Booked together", "Show the code")
                        .doesNotContain("Pay ¥256"));
        assertThat(browser.get("/my-loop").words()).contains("Booked together with one other");
        assertThat(browser.get("/basket").words()).contains("Your basket is empty");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(letters("PAID")).isOne());
    }

    @Test
    void whatIsRepeatedIsMendedWhereItIsTakenBeforeAnythingIsHeld() throws IOException {
        var rival = TestPeople.resident(new org.townloop.base.kernel.RegionId(999_001));
        var nextWeek = SATURDAY.plus(Duration.ofDays(7));
        assertThat(new LoopClient(port).hold(rival, there, nextWeek, "r").status())
                .isEqualTo(201);
        var browser = PageClient.of(port, resident);

        var basket = browser.follow(
                pick(browser, there, Map.of("slotStart", SATURDAY.toString(), "every", "every-week", "times", "3")));
        assertThat(basket.words()).contains("no longer free", "Free that day").doesNotContain("Book all, then");
        assertThat(count("ordering.orders where resident_id = ?")).isZero();

        var mended = browser.follow(browser.post(
                "/basket/time",
                basket,
                Map.of("item", "1", "slotStart", nextWeek.plusSeconds(3_600).toString())));
        assertThat(mended.words()).doesNotContain("no longer free").contains("Book all, then pay");
        browser.post("/basket/hold", mended, Map.of("key", mended.field("key")));
        assertThat(count("ordering.orders where state = 'HELD' and resident_id = ?"))
                .isEqualTo(3);
    }

    /** Two hairdressers cut two people at once, and not three. */
    @Test
    void aGroupIsServedAtOnceOrNotAtAll() throws IOException {
        var browser = PageClient.of(port, resident);
        var three = browser.follow(pick(browser, here, Map.of("slotStart", SATURDAY.toString(), "quantity", "3")));

        var refused = browser.post("/basket/hold", three, Map.of("key", three.field("key")));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.words()).contains("Nothing was held");
        assertThat(count("ordering.orders where resident_id = ?")).isZero();

        var two = browser.follow(browser.post("/basket/remove", refused, Map.of("item", "2")));
        assertThat(browser.post("/basket/hold", two, Map.of("key", two.field("key")))
                        .status())
                .isEqualTo(303);
        assertThat(count("ordering.orders where state = 'HELD' and resident_id = ?"))
                .isEqualTo(2);
    }

    /** Of noodles there are portions, not people; more than can be had is said, not cut off. */
    @Test
    void whatIsCountedIsCalledWhatItIs() throws IOException {
        var salon = TestSalon.with(1, 1);
        TestTown.jdbc()
                .sql("update merchant.place set trade = 'restaurants' where region_id = ? and id = ?")
                .params(salon.region().number(), salon.place().value())
                .update();
        var noodles = written(salon.setMenu(new WalkIn(40, 7, null, Set.of())));
        var browser = PageClient.of(port, resident);
        var page = browser.get("/offers/" + here + "?basket=yes");
        var fields = Map.of("slotStart", "2026-11-27T16:00:00Z", "quantity", "24", "basket", "yes");
        var refused = browser.post("/offers/" + noodles + "/pick", page, fields);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.words()).contains("1 to 20");
        assertThat(browser.get("/basket").words()).contains("Your basket is empty");

        browser.post(
                "/offers/" + noodles + "/pick", page, Map.of("slotStart", "2026-11-27T16:00:00Z", "quantity", "3"));
        assertThat(browser.get("/basket").words()).contains("3 of it").doesNotContain("3 people");
    }

    @Test
    void whatDoesNotFitIsAskedForAgainAsItWas() throws IOException {
        var browser = PageClient.of(port, resident);
        pick(browser, here, Map.of("slotStart", SATURDAY.toString(), "every", "every-week", "times", "12"));
        var page = browser.get("/offers/" + here + "?basket=yes");
        var again = Map.of(
                "slotStart",
                SATURDAY.toString(),
                "every",
                "every-month",
                "times",
                "11",
                "quantity",
                "2",
                "basket",
                "yes");
        var full = browser.post("/offers/" + here + "/pick", page, again);
        assertThat(full.status()).isEqualTo(409);
        assertThat(full.body())
                .containsPattern("value=\"every-month\" selected")
                .containsPattern("value=\"11\" selected");
    }

    @Test
    void whatIsPaidInOtherMoneyIsNamedBeforeAnythingIsBooked() throws IOException {
        var dollars = offer(TestSalon.in(TestSalon.NEW_YORK, 1, 1));
        var browser = PageClient.of(port, resident);
        pick(browser, here, Map.of("slotStart", SATURDAY.toString()));
        pick(browser, dollars, Map.of("slotStart", "2026-11-28T15:00:00Z"));
        assertThat(browser.get("/basket").words())
                .contains("prices in one currency")
                .doesNotContain("Book all, then pay");
    }

    @Test
    void whatNobodyWroteIntoTheBasketIsNotThere() throws IOException {
        var browser = PageClient.visitor(port);
        browser.cookie("basket", "odd.AAAA.%%%");

        assertThat(browser.get("/basket").words()).contains("Your basket is empty");
    }

    private static PageClient.Answer pick(PageClient browser, UUID offer, Map<String, String> fields)
            throws IOException {
        var page = browser.get("/offers/" + offer + "?basket=yes");
        assertThat(page.words()).contains("put it in the basket");
        var answer = browser.post("/offers/" + offer + "/pick", page, fields);
        assertThat(answer.location()).isEqualTo("/basket");
        return answer;
    }

    private static String id(PageClient.Answer booked) {
        var found = Pattern.compile("/baskets/([0-9a-f-]{36})/payment").matcher(booked.body());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private int letters(String kind) {
        return TestTown.jdbc()
                .sql("select count(*) from notice.notice where kind = ? and person_id = ?")
                .params(kind, resident.id())
                .query(Integer.class)
                .single();
    }

    private int count(String rows) {
        return TestTown.jdbc()
                .sql("select count(*) from " + rows)
                .param(resident.id())
                .query(Integer.class)
                .single();
    }

    private UUID offer(TestSalon at) {
        return written(at.haircut());
    }

    private UUID written(NewOffer offered) {
        return switch (offers.write(offered)) {
            case Outcome.Done<Offer>(var offer) -> offer.id().value();
            case Outcome.Refused<Offer>(var refusal) -> throw new AssertionError(refusal);
        };
    }
}
