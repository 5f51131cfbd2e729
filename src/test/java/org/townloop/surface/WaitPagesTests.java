package org.townloop.surface;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
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

/** Joining the line for a class in a browser without scripts: what was wished stays wished. */
@TownTest
class WaitPagesTests {

    @LocalServerPort
    int port;

    @Autowired
    Offers offers;

    @Autowired
    TestClock clock;

    private TestSalon school;
    private String yoga;

    @BeforeEach
    void open() {
        clock.set(TestClock.START);
        school = TestSalon.with(1, 0);
        TestTown.jdbc()
                .sql("update merchant.place set trade = 'classes' where region_id = ? and id = ?")
                .params(school.region().number(), school.place().value())
                .update();
        var session = new Session(3, List.of(), Set.of(LocalDateTime.parse("2026-11-27T10:00")), Set.of());
        yoga = switch (offers.write(TestOffers.yoga(school, school.staff().getFirst(), session))) {
            case Outcome.Done<Offer>(var offer) -> "/offers/" + offer.id().value();
            case Outcome.Refused<Offer>(var refusal) -> throw new AssertionError(refusal.toString());
        };
    }

    @Test
    void theWishComesBackFromSigningIn() throws IOException {
        var visitor = PageClient.visitor(port);
        var wish = Map.of("day", "2026-11-28", "part", "evening", "people", "2");
        var asked = visitor.post(yoga + "/wait", visitor.get(yoga), wish);
        var next = URLDecoder.decode(asked.location().replaceFirst(".*next=", ""), StandardCharsets.UTF_8);
        assertThat(next).startsWith(yoga).endsWith("#waiting");
        stillWished(visitor.get(next.replaceFirst("#.*", "")));
    }

    @Test
    void aWishThatIsRefusedIsShownAgainAsItWas() throws IOException {
        var resident = PageClient.of(port, TestPeople.resident(school.region()));
        assertThat(resident.get(yoga).body()).doesNotContainPattern("id=\"waiting\"[^>]* open");
        var refused = resident.post(
                yoga + "/wait", resident.get(yoga), Map.of("day", "2026-11-27", "part", "evening", "people", "99"));
        assertThat(refused.status()).isGreaterThanOrEqualTo(400);
        assertThat(refused.body())
                .containsPattern("id=\"waiting\"[^>]* open")
                .containsPattern("value=\"evening\" selected");
    }

    private static void stillWished(PageClient.Answer page) {
        assertThat(page.body())
                .containsPattern("id=\"waiting\"[^>]* open")
                .containsPattern("name=\"day\" value=\"2026-11-28\"")
                .containsPattern("value=\"evening\" selected")
                .containsPattern("value=\"2\" selected");
    }
}
