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
import org.townloop.TownTest;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Words;
import org.townloop.supply.TestSalon;
import org.townloop.supply.offer.Appointment;
import org.townloop.supply.offer.NewOffer;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Offers;

/** A combined appointment in a browser without scripts: chosen, held, paid once, seen at the desk, called off. */
@TownTest
class CombinedPagesTests {

    private static final Instant NINE = Instant.parse("2026-11-28T01:00:00Z");

    @LocalServerPort
    int port;

    @Autowired
    Offers offers;

    @Autowired
    TestClock clock;

    private TestSalon salon;
    private TestPeople resident;
    private UUID cut;
    private UUID colour;
    private UUID nails;
    private String page;

    @BeforeEach
    void open() {
        clock.set(TestClock.START);
        salon = TestSalon.with(2, 2);
        resident = TestPeople.resident(salon.region());
        cut = offer("Cut", "剪发", 45, 0, false);
        colour = offer("Colour", "染发", 90, 0, false);
        nails = offer("Nails", "美甲", 60, 1, true);
        page = "/places/" + salon.place().value() + "/together";
    }

    @Test
    void threeServicesAreChosenOneByOneAndBookedAtOnce() throws IOException {
        var browser = PageClient.of(port, resident);
        assertThat(browser.get("/offers/" + cut).body()).contains(page + "?offer=" + cut);
        assertThat(browser.get(page).words())
                .contains("Choose the first service", "Choose at least two services")
                .doesNotContain("When? Thu");
        assertThat(browser.get(page + "?offer=" + cut).words()).contains("Add another service", "Nails");

        var shown = browser.get(asked() + "&day=2026-11-28");
        assertThat(shown.words())
                .contains("09:00–11:15", "09:00–09:45 Cut", "09:45–11:15 Colour", "2 h 15 min in all", "¥384")
                .contains("may be done while another goes on");
        var booked = browser.follow(hold(browser, shown, plan(shown)));
        assertThat(booked.words()).contains("Pay ¥384", "09:00", "in all");

        var id = id(booked);
        pay(browser, booked, id);
        var desk = PageClient.of(port, TestPeople.merchantOf(salon))
                .get("/desk?place=" + salon.place().value() + "&day=2026-11-28");
        assertThat(desk.words()).contains("1 of 3 in one visit", "3 of 3 in one visit");

        var paid = browser.get("/baskets/" + id);
        assertThat(paid.words()).contains("Call all of it off and get ¥384 back", "¥128 of ¥128");
        assertThat(browser.post(
                                "/baskets/" + id + "/calling-off",
                                paid,
                                Map.of("refund", "1", "key", UUID.randomUUID().toString()))
                        .words())
                .contains("The refund has changed since it was shown: it is ¥384 now");
        var off = browser.follow(browser.post(
                "/baskets/" + id + "/calling-off",
                paid,
                Map.of("refund", "38400", "key", UUID.randomUUID().toString())));
        assertThat(off.words()).doesNotContain("Call all of it off");
    }

    @Test
    void whoIsNobodyYetComesBackToThePlan() throws IOException {
        var visitor = PageClient.visitor(port);
        var shown = visitor.get(asked() + "&day=2026-11-28");

        var door = hold(visitor, shown, plan(shown));

        assertThat(door.location())
                .startsWith("/sign-in?next=")
                .contains("at%3D" + NINE.toString().replace(":", "%3A"));
        assertThat(PageClient.of(port, resident).get(asked() + "&at=" + NINE).words())
                .contains("Book 09:00–11:15 for ¥384", "or tap another time");
    }

    @Test
    void ofAPlanThatSomebodyElseTookNothingIsHeldAndTheOthersAreShown() throws IOException {
        var browser = PageClient.of(port, resident);
        var shown = browser.get(asked() + "&day=2026-11-28");
        var rival = TestPeople.resident(salon.region());
        assertThat(new LoopClient(port).hold(rival, cut, NINE, "r").status()).isEqualTo(201);

        var refused = hold(browser, shown, plan(shown));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.words())
                .contains("That time has just been taken", "Nothing was held", "09:45–")
                .doesNotContain("09:00–11:15");
    }

    @Test
    void inChineseAndOnADayWithoutAny() throws IOException {
        salon.closedOn("2026-11-28");
        var browser = PageClient.of(port, resident);

        assertThat(browser.get(asked() + "&day=2026-11-28").words())
                .contains("nobody is free for all of these in one visit", "The next day with room is");
        assertThat(browser.get(asked() + "&day=2026-11-29&lang=zh-CN").words())
                .contains("组合预约", "已选项目", "一共", "剪发", "可与其他项目同时做");
        assertThat(browser.get("/places/" + cut + "/together").status()).isEqualTo(404);
        assertThat(browser.post(page, shownAgain(browser), Map.of("plan", "odd~odd~odd"))
                        .status())
                .isEqualTo(303);
    }

    /** Ticked at the desk, it is shown to those who choose; not ticked any more, the nails wait until the rest is done. */
    @Test
    void whetherItGoesAlongsideIsSaidAtTheDesk() throws IOException {
        var owner = PageClient.of(port, TestPeople.merchantOf(salon));
        var form = owner.get("/desk/offers/" + nails);
        assertThat(form.body()).containsPattern("name=\"alongside\" value=\"yes\" checked");
        var fields = Map.of(
                "version", form.field("version"),
                "titleEn", "Nails",
                "price", "68",
                "minutes", "60",
                "attr.services", "nails",
                "active", "yes",
                "staff", salon.staff().get(1).value().toString());

        assertThat(owner.post("/desk/offers/" + nails, form, fields).status()).isEqualTo(303);

        assertThat(PageClient.visitor(port).get(asked() + "&day=2026-11-28").words())
                .contains("11:15–12:15 Nails", "¥324")
                .doesNotContain("may be done while another goes on");
    }

    /** The next start of the trade comes ten minutes after the trim is done. */
    @Test
    void whatIsWaitedForBetweenTwoServicesIsSaid() throws IOException {
        var trim = offer("Trim", "修剪", 50, 0, false);
        var shown = PageClient.visitor(port)
                .get(page + "?offer=" + trim + "&offer=" + colour + "&order=kept&day=2026-11-28");
        assertThat(shown.words()).contains("09:00–09:50 Trim", "10 min to wait 10:00–11:30 Colour");
        assertThat(PageClient.visitor(port).get(asked() + "&day=2026-11-28").words())
                .doesNotContain("to wait");
    }

    private PageClient.Answer shownAgain(PageClient browser) throws IOException {
        return browser.get(asked() + "&day=2026-11-29");
    }

    private String asked() {
        return page + "?offer=" + cut + "&offer=" + colour + "&offer=" + nails + "&order=kept";
    }

    private PageClient.Answer hold(PageClient browser, PageClient.Answer shown, String plan) throws IOException {
        return browser.post(asked() + "&day=2026-11-28", shown, Map.of("plan", plan, "key", shown.field("key")));
    }

    private static String plan(PageClient.Answer shown) {
        var found = Pattern.compile("name=\"plan\" value=\"([^\"]+)\"").matcher(shown.body());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static String id(PageClient.Answer booked) {
        var found = Pattern.compile("/baskets/([0-9a-f-]{36})/payment").matcher(booked.body());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private void pay(PageClient browser, PageClient.Answer booked, String id) throws IOException {
        var gateway = browser.post(
                "/baskets/" + id + "/payment", booked, Map.of("gateway", "sandbox", "key", booked.field("key")));
        new LoopClient(port).press(gateway.location(), "succeed");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(browser.get("/baskets/" + id).words())
                        .contains("Show the code")
                        .doesNotContain("Pay ¥384"));
    }

    private UUID offer(String en, String zh, int minutes, int by, boolean alongside) {
        var haircut = salon.haircut();
        var wanted = new NewOffer(
                null,
                haircut.place(),
                haircut.pack(),
                Words.of(en, zh),
                haircut.description(),
                haircut.price(),
                Duration.ofMinutes(minutes),
                Duration.ZERO,
                Duration.ZERO,
                alongside ? null : "chair",
                haircut.attributes(),
                Set.of(salon.staff().get(by)),
                haircut.mode(),
                new Appointment(alongside),
                haircut.menu(),
                true);
        return switch (offers.write(wanted)) {
            case Outcome.Done<Offer>(var offer) -> offer.id().value();
            case Outcome.Refused<Offer>(var refusal) -> throw new AssertionError(refusal);
        };
    }
}
