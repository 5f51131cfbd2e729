package org.townloop.surface;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.townloop.LoopClient;
import org.townloop.TestClock;
import org.townloop.TestPeople;
import org.townloop.TestTown;
import org.townloop.TownTest;
import org.townloop.base.kernel.Ids;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Words;
import org.townloop.supply.TestOffers;
import org.townloop.supply.TestSalon;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Offers;
import org.townloop.supply.offer.SetMenu;
import org.townloop.supply.offer.Table;

/** Dishes that are typed into the page of a table before its day and time are chosen. */
@TownTest
class DishesPageTests {

    private static final Instant SIX = Instant.parse("2026-11-27T02:00:00Z");

    @LocalServerPort
    int port;

    @Autowired
    Offers offers;

    @Autowired
    TestClock clock;

    private String path;
    private TestSalon house;

    @BeforeEach
    void open() {
        clock.set(TestClock.START);
        house = TestSalon.with(1, 0).asRestaurant();
        TestTown.jdbc()
                .sql("insert into merchant.resource (region_id, id, place_id, kind, name, seats)"
                        + " values (?, ?, ?, 'table', '{\"en\": \"Table\"}', 6)")
                .params(
                        house.region().number(),
                        Ids.next(house.region(), clock.instant()),
                        house.place().value())
                .update();
        path = "/offers/" + table().id().value();
    }

    @Test
    void theyStayWhileAnotherDayAndMoreGuestsAreLookedAt() throws IOException {
        var browser = PageClient.visitor(port);
        var page = browser.get(path + "?people=4");
        var typed = Map.of("quantity", "4", "answer.ahead.d1", "2", "answer.ahead.d2", "nine");
        var other = browser.post(path, page, with(typed, "day", "2026-11-28"));
        assertThat(other.status()).isEqualTo(200);
        assertThat(other.body())
                .contains("aria-current=\"date\"", "name=\"quantity\" value=\"4\"")
                .containsPattern("name=\"answer.ahead.d1\"[^>]*value=\"2\"")
                .as("also what is no number")
                .containsPattern("name=\"answer.ahead.d2\"[^>]*value=\"nine\"");
        assertThat(browser.post(path, other, with(typed, "people", "5")).body())
                .contains("name=\"quantity\" value=\"5\"")
                .containsPattern("name=\"answer.ahead.d1\"[^>]*value=\"2\"");
    }

    @Test
    void theyStayWhileSomebodySignsIn() throws IOException {
        var browser = PageClient.visitor(port);
        var typed = Map.of("quantity", "4", "answer.ahead.d1", "2", "answer.allergies", "nuts");
        var away = browser.post(path + "/hold", browser.get(path), with(typed, "slotStart", SIX.toString()));
        var next = URLDecoder.decode(away.location(), StandardCharsets.UTF_8);
        assertThat(next)
                .contains("answer.ahead.d1=2")
                .as("nothing else they said")
                .doesNotContain("nuts");
        var back = PageClient.of(port, TestPeople.resident(house.region()))
                .get(URLDecoder.decode(next.substring(next.indexOf("next=") + 5), StandardCharsets.UTF_8));
        assertThat(back.body()).containsPattern("name=\"answer.ahead.d1\"[^>]*value=\"2\"");
    }

    /** Three hours before; the place is open from ten. */
    @Test
    void aTimeThatIsTooLateForDishesSaysSoAndIsLeftOutOnceTheyAreAskedFor() throws IOException {
        clock.set(SIX.plus(Duration.ofHours(1)));
        var browser = PageClient.visitor(port);
        var noon = "value=\"2026-11-27T04:00:00Z\"";
        var page = browser.get(path + "?day=2026-11-27");
        assertThat(page.body()).containsPattern(noon + ">12:00<small>no dishes</small>");
        assertThat(page.body()).containsPattern("value=\"2026-11-27T06:00:00Z\">14:00</button>");

        var asked = browser.post(path, page, Map.of("day", "2026-11-27", "answer.ahead.d1", "1"));
        assertThat(asked.body()).doesNotContain(noon).contains("value=\"2026-11-27T06:00:00Z\"");
        assertThat(asked.words()).contains("the times for which your dishes can still be ordered");
    }

    /** Without buttons that would lead back to the offer. */
    @Test
    void aTableWithDishesIsMovedToNoTimeThatIsTooLateForThem() throws IOException {
        var client = new LoopClient(port);
        var resident = TestPeople.resident(house.region());
        var wish = Map.of(
                "offerId",
                path.substring("/offers/".length()),
                "slotStart",
                SIX.plus(Duration.ofDays(1)).toString(),
                "quantity",
                2,
                "answers",
                Map.of("ahead.d1", "1"));
        var order = client.post(resident, "/api/orders", "h", wish);
        client.press(client.pay(resident, order.id(), "p").text("redirectUrl"), "succeed");
        client.order(resident, order.id(), "PAID");
        clock.set(SIX.plus(Duration.ofHours(1)));
        var move = PageClient.of(port, resident).get("/orders/" + order.id() + "/move?day=2026-11-27");
        assertThat(move.status()).isEqualTo(200);
        assertThat(move.body())
                .doesNotContain("value=\"2026-11-27T04:00:00Z\"", "formaction=\"" + path)
                .contains("value=\"2026-11-27T06:00:00Z\"");
    }

    private static Map<String, String> with(Map<String, String> fields, String name, String value) {
        var all = new HashMap<>(fields);
        all.put(name, value);
        return all;
    }

    private Offer table() {
        var dishes = List.of(
                new SetMenu.Dish("d1", Words.of("Roast duck", "烤鸭"), 16_800, 4),
                new SetMenu.Dish("d2", Words.of("Eight-treasure rice", "八宝饭"), 3_800, 9));
        var course = new SetMenu.Course("ahead", Words.of("Ordered ahead", "预点"), dishes, new SetMenu.Ahead(3, 0));
        var table = TestOffers.withDishes(TestOffers.table(house, new Table(1, 6, 5, 30)), course);
        return switch (offers.write(table)) {
            case Outcome.Done<Offer>(var written) -> written;
            case Outcome.Refused<Offer>(var refusal) -> throw new AssertionError(refusal);
        };
    }
}
