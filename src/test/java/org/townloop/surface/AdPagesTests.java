package org.townloop.surface;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.townloop.LoopClient;
import org.townloop.TestClock;
import org.townloop.TestPeople;
import org.townloop.TestTown;
import org.townloop.TownTest;
import org.townloop.supply.TestSalon;
import org.townloop.supply.offer.EndedAds;
import org.townloop.supply.offer.OfferId;
import org.townloop.supply.offer.Offers;

/** An ad is pinned to the board, read, found, sold by nobody, and taken down when its last day is over. */
@TownTest
class AdPagesTests {

    @LocalServerPort
    int port;

    @Autowired
    Offers offers;

    @Autowired
    EndedAds ended;

    @Autowired
    TestClock clock;

    private TestSalon board;
    private PageClient owner;
    private TestPeople resident;

    @BeforeEach
    void open() throws IOException {
        clock.set(TestClock.START); // Thursday, 26 November
        board = TestSalon.with(0, 0);
        TestTown.jdbc()
                .sql("update merchant.place set trade = 'small-ads', phone = '0571-6370 8812' where region_id = ?"
                        + " and id = ?")
                .params(board.region().number(), board.place().value())
                .update();
        owner = PageClient.of(port, TestPeople.merchantOf(board));
        resident = TestPeople.resident(board.region());
    }

    @Test
    void itStandsUntilItsLastDayAndIsCalledAbout() throws IOException {
        var bicycle = pinned("2026-12-03");
        var page = PageClient.visitor(port).get("/offers/" + bicycle).words();
        assertThat(page)
                .contains("Interested? Call them", "0571-6370 8812", "nothing is paid here")
                .doesNotContain("all in", "kept for you for", "No visits");
        assertThat(owner.get("/desk/offers?place=" + board.place().value()).words())
                .contains("small ad, until");
        ended.takeDown();
        assertThat(offers.get(new OfferId(bicycle)).active()).isTrue();
        clock.move(Duration.ofDays(7)); // Thursday, 3 December: its last day
        ended.takeDown();
        assertThat(offers.get(new OfferId(bicycle)).active()).isTrue();
        clock.move(Duration.ofDays(1));
        ended.takeDown();
        assertThat(offers.get(new OfferId(bicycle)).active()).isFalse();
        assertThat(PageClient.visitor(port).get("/offers/" + bicycle).words()).doesNotContain("Call them");
    }

    @Test
    void nobodyCanOrderIt() throws IOException {
        var bicycle = pinned("2026-12-03");
        var order = Map.of("offerId", bicycle, "slotStart", "2026-11-27T02:00:00Z", "quantity", 1);
        var answer = new LoopClient(port)
                .post(resident, "/api/orders", UUID.randomUUID().toString(), order);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().toString()).contains("This is an ad");
        assertThat(new LoopClient(port)
                        .get(resident, "/api/offers/" + bicycle)
                        .body()
                        .get("nextSlots"))
                .isEmpty();
    }

    @Test
    void aDayThatIsPastOrTooFarIsRefusedAndWhatWasTypedStays() throws IOException {
        for (var day : new String[] {"2026-11-25", "2027-06-01", "soon"}) {
            var answer = sent(day);
            assertThat(answer.status()).as(day).isEqualTo(422);
            assertThat(answer.body()).contains("A bicycle, hardly ridden");
        }
    }

    @Test
    void withoutATelephoneNobodyCouldCall() throws IOException {
        TestTown.jdbc()
                .sql("update merchant.place set phone = null where region_id = ? and id = ?")
                .params(board.region().number(), board.place().value())
                .update();
        assertThat(sent("2026-12-03").words()).contains("Add the telephone number of your place first");
    }

    private UUID pinned(String until) throws IOException {
        var answer = sent(until);
        assertThat(answer.status()).as(answer.words()).isEqualTo(303);
        return TestTown.jdbc()
                .sql("select id from offer.offer where region_id = ? and place_id = ?")
                .params(board.region().number(), board.place().value())
                .query(UUID.class)
                .single();
    }

    private PageClient.Answer sent(String until) throws IOException {
        var form = owner.get("/desk/offers/new?from=none&place=" + board.place().value());
        var typed = new HashMap<String, String>();
        typed.put("place", board.place().value().toString());
        typed.put("version", "0");
        typed.put("mode", "ad");
        typed.put("titleEn", "A bicycle, hardly ridden");
        typed.put("titleZh", "九成新自行车");
        typed.put("price", "260");
        typed.put("until", until);
        typed.put("attr.about", "sold");
        typed.put("active", "yes");
        return owner.post("/desk/offers", form, typed);
    }
}
