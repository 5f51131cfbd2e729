package org.townloop.surface.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
import org.townloop.supply.TestOffers;
import org.townloop.supply.TestSalon;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Offers;
import org.townloop.supply.offer.Quorum;
import org.townloop.supply.offer.Session;
import org.townloop.surface.PageClient;

/** The page on which a school sees its sessions and calls one off. */
@TownTest
class SessionsPageTests {

    private static final LocalDateTime SATURDAY = LocalDateTime.parse("2026-11-28T15:00");
    private static final String START = "2026-11-28T07:00:00Z";
    private static final String ELEVEN = "2026-11-28T03:00:00Z";

    @LocalServerPort
    int port;

    @Autowired
    TestClock clock;

    @Autowired
    Offers offers;

    private final TestSalon school = TestSalon.with(1, 0);
    private final String place = school.place().value().toString();
    private PageClient owner;
    private LoopClient client;
    private TestPeople resident;
    private Offer yoga;

    @BeforeEach
    void open() throws IOException {
        clock.set(TestClock.START);
        TestTown.jdbc()
                .sql("update merchant.place set trade = 'classes' where id = ?")
                .param(school.place().value())
                .update();
        yoga = offered(null, SATURDAY);
        client = new LoopClient(port);
        resident = TestPeople.resident(school.region());
        owner = PageClient.of(port, TestPeople.merchantOf(school));
    }

    private Offer offered(@Nullable Quorum quorum, LocalDateTime first) {
        var session = new Session(6, List.of(), Set.of(first, first.plusDays(1)), Set.of(), quorum);
        return switch (offers.write(TestOffers.yoga(school, school.staff().getFirst(), session))) {
            case Outcome.Done<Offer>(var offer) -> offer;
            case Outcome.Refused<Offer>(var refusal) -> throw new AssertionError(refusal);
        };
    }

    @Test
    void aSessionThatIsCalledOffByTwoClicksIsOffOnce() throws IOException {
        var page = owner.get("/desk/sessions?place=" + place);
        assertThat(page.body()).contains("2026-11-28T07:00:00Z");
        var fields = Map.of("place", place, "start", "2026-11-28T07:00:00Z");
        for (int click = 0; click < 2; click++) {
            assertThat(owner.post("/desk/offers/" + yoga.id().value() + "/sessions/removal", page, fields)
                            .status())
                    .isEqualTo(303);
        }
        assertThat(offers.get(List.of(yoga.id())).values())
                .extracting(Offer::version)
                .containsExactly(yoga.version() + 1);
        assertThat(owner.get("/desk/sessions?place=" + place).body())
                .as("can be called off no more")
                .doesNotContain("value=\"2026-11-28T07:00:00Z\"")
                .contains("value=\"2026-11-29T07:00:00Z\"");
    }

    @Test
    void aSessionThatIsCalledOffStaysOnThePageWithWhatGoesBack() throws IOException {
        var left = booked(1, START);
        assertThat(client.cancel(resident, left, "c").status()).isEqualTo(200);
        booked(2, START);
        var page = owner.get("/desk/sessions?place=" + place);
        var off = owner.follow(owner.post(
                "/desk/offers/" + yoga.id().value() + "/sessions/removal",
                page,
                Map.of("place", place, "start", START)));
        assertThat(off.words()).contains("it is called off and not sold any more", "Called off");
        await().untilAsserted(() -> assertThat(
                        owner.get("/desk/sessions?place=" + place).words())
                .contains("¥120 goes back to those who had booked.")
                .contains("2 people called off")
                .as("who left before gets nothing by it")
                .doesNotContain("1 person"));
    }

    @Test
    void thatASessionTakesPlaceIsSaidAlsoToTheSecondClick() throws IOException {
        yoga = offered(new Quorum(4, 2), SATURDAY.minusHours(4));
        booked(2, ELEVEN);
        var page = owner.get("/desk/sessions?place=" + place);
        for (int click = 0; click < 2; click++) {
            var said = owner.follow(owner.post(
                    "/desk/offers/" + yoga.id().value() + "/sessions/confirmation",
                    page,
                    Map.of("place", place, "start", ELEVEN)));
            assertThat(said.words()).contains("it takes place. Everybody who has booked is told.");
        }
        assertThat(owner.get("/desk/sessions?place=" + place + "&of="
                                + yoga.id().value() + "&start=2026-11-29T03:00:00Z")
                        .words())
                .as("of what is not decided nothing is said")
                .doesNotContain("it takes place. Everybody");
    }

    private UUID booked(int people, String start) throws IOException {
        var wish = Map.of("offerId", yoga.id().value(), "slotStart", start, "quantity", people);
        var order = client.post(resident, "/api/orders", UUID.randomUUID().toString(), wish);
        assertThat(order.status()).as(order.body().toString()).isEqualTo(201);
        var payment = client.pay(resident, order.id(), UUID.randomUUID().toString());
        client.press(payment.text("redirectUrl"), "succeed");
        client.order(resident, order.id(), "PAID");
        return order.id();
    }
}
