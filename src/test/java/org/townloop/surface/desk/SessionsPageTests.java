package org.townloop.surface.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.townloop.TestClock;
import org.townloop.TestPeople;
import org.townloop.TestTown;
import org.townloop.TownTest;
import org.townloop.base.kernel.Outcome;
import org.townloop.supply.TestOffers;
import org.townloop.supply.TestSalon;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Offers;
import org.townloop.supply.offer.Session;
import org.townloop.surface.PageClient;

/** The page on which a school sees its sessions and calls one off. */
@TownTest
class SessionsPageTests {

    private static final LocalDateTime SATURDAY = LocalDateTime.parse("2026-11-28T15:00");

    @LocalServerPort
    int port;

    @Autowired
    TestClock clock;

    @Autowired
    Offers offers;

    private final TestSalon school = TestSalon.with(1, 0);
    private final String place = school.place().value().toString();
    private PageClient owner;
    private Offer yoga;

    @BeforeEach
    void open() throws IOException {
        clock.set(TestClock.START);
        TestTown.jdbc()
                .sql("update merchant.place set trade = 'classes' where id = ?")
                .param(school.place().value())
                .update();
        var session = new Session(6, List.of(), Set.of(SATURDAY, SATURDAY.plusDays(1)), Set.of());
        yoga = switch (offers.write(TestOffers.yoga(school, school.staff().getFirst(), session))) {
            case Outcome.Done<Offer>(var offer) -> offer;
            case Outcome.Refused<Offer>(var refusal) -> throw new AssertionError(refusal);
        };
        owner = PageClient.of(port, TestPeople.merchantOf(school));
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
                .doesNotContain("2026-11-28T07:00:00Z")
                .contains("2026-11-29T07:00:00Z");
    }
}
