package org.townloop.surface;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.townloop.TestClock;
import org.townloop.TestPeople;
import org.townloop.TownTest;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Outcome;
import org.townloop.supply.TestTaxis;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Offers;

/** Asking for a ride in a browser without scripts. */
@TownTest
class RidePagesTests {

    @LocalServerPort
    int port;

    @Autowired
    Offers offers;

    @Autowired
    TestClock clock;

    private String ride;
    private PageClient browser;

    @BeforeEach
    void open() throws IOException {
        clock.set(TestClock.START);
        var firm = TestTaxis.with(2, 2);
        ride = switch (offers.write(firm.ride(4, Money.of(537, "CNY")))) {
            case Outcome.Done<Offer>(var offer) -> "/offers/" + offer.id().value() + "/ride";
            case Outcome.Refused<Offer>(var refusal) -> throw new AssertionError(refusal);
        };
        browser = PageClient.of(port, TestPeople.resident(firm.house().region()));
    }

    @Test
    void theDayThatIsShownStaysUntilAnotherIsChosen() throws IOException {
        var page = browser.get(ride);
        var later = browser.post(ride, page, way(Map.of("day", "2026-11-28")));
        assertThat(later.words()).contains("Saturday, 28 November");
        var start = start(later);
        var again = browser.post(ride, later, way(Map.of("shown", later.field("shown"), "start", start)));
        assertThat(again.words()).contains("Saturday, 28 November");
        assertThat(again.body()).contains("value=\"" + start + "\" selected");
        var dearer = start.replaceFirst("/.*", "/1");
        var refused = browser.post(
                ride + "/hold", later, way(Map.of("shown", later.field("shown"), "start", dearer, "later", "yes")));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.words()).contains("Saturday, 28 November");
        assertThat(refused.body())
                .as("the start stays chosen, at its new fare")
                .contains("value=\"" + start + "\" selected");
    }

    /** Enter presses the first button of a form. */
    @Test
    void enterInAnAddressTakesNothingThatWasRemembered() throws IOException {
        assertThat(browser.get(ride).body())
                .containsPattern("(?s)<form[^>]*/ride\"[^>]*>(?:(?!<button).)*<button class=\"unseen\"");
    }

    @Test
    void whatIsWrongWithTheDestinationIsMarkedThere() throws IOException {
        var near = way(Map.of("destination.lat", "30.28", "destination.lon", "119.72"));
        var refused = browser.post(ride, browser.get(ride), near);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .containsPattern("name=\"destination.landmark\" aria-invalid=\"true\"")
                .doesNotContainPattern("name=\"landmark\" aria-invalid=\"true\"");
    }

    @Test
    void atNightItIsSaidWhenTheFirmOpens() throws IOException {
        clock.set(Instant.parse("2026-11-26T18:00:00Z"));
        var night = browser.post(ride, browser.get(ride), way(Map.of()));
        assertThat(night.words()).contains("Nobody drives now. The firm opens today 09:00");
        clock.set(TestClock.START);
        assertThat(browser.post(ride, browser.get(ride), way(Map.of())).words()).doesNotContain("Nobody drives now");
    }

    @Test
    void moreThanFitAndATelephoneThatIsNoneAreRefusedAtTheirFields() throws IOException {
        var page = browser.get(ride);
        var crowd = browser.post(ride, page, way(Map.of("guests", "9")));
        assertThat(crowd.status()).isEqualTo(422);
        assertThat(crowd.words()).contains("This vehicle takes 1 to 4 people").doesNotContain("Fare");
        assertThat(crowd.body()).containsPattern("name=\"guests\" aria-invalid=\"true\"");
        var short_ = browser.post(ride, page, way(Map.of("phone", "12")));
        assertThat(short_.status()).isEqualTo(422);
        assertThat(short_.words()).contains("fewer than 5 digits");
    }

    @Test
    void whoeverPaysSeesHowManyRideAlong() throws IOException {
        var page = browser.post(ride, browser.get(ride), way(Map.of("day", "2026-11-28")));
        var held = browser.post(
                ride + "/hold",
                page,
                way(Map.of("shown", page.field("shown"), "start", start(page), "later", "yes", "guests", "2")));
        var checkout = browser.follow(held);
        assertThat(checkout.words()).contains("2 people").doesNotContain("up to 4 people");
        var order = browser.get(held.location().replace("/checkout", ""));
        assertThat(order.words()).contains("Ride").doesNotContain(" Visit ");
    }

    private static String start(PageClient.Answer page) {
        var found =
                Pattern.compile("<option value=\"(2026-11-28T0[4-9][^\"]*)\"").matcher(page.body());
        assertThat(found.find()).as(page.words()).isTrue();
        return found.group(1);
    }

    private static Map<String, String> way(Map<String, String> more) {
        var way = new HashMap<String, String>();
        way.put("address", "Willow Lane 5");
        way.put("lat", "30.28");
        way.put("lon", "119.72");
        way.put("destination.address", "Station Road 1");
        way.put("destination.lat", "30.31");
        way.put("destination.lon", "119.74");
        way.put("key", UUID.randomUUID().toString());
        way.putAll(more);
        return way;
    }
}
