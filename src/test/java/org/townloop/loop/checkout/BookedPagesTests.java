package org.townloop.loop.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.townloop.TownTest;
import org.townloop.supply.TestSalon;
import org.townloop.supply.offer.Deposit;
import org.townloop.surface.PageClient;
import tools.jackson.databind.JsonNode;

/** Pages call one visit what is one, and say of which order something was agreed. */
@TownTest
class BookedPagesTests extends TwoSalons {

    @Autowired
    NoShows noShows;

    private PageClient browser;

    @BeforeEach
    void look() throws IOException {
        browser = PageClient.of(port, resident);
    }

    @Test
    void whatIsHadAgainAndAgainAtOnePlaceIsNoVisit() throws IOException {
        var basket = held(item(haircut, SATURDAY), item(haircut, SATURDAY.plus(Duration.ofDays(3))));
        assertThat(words(basket)).contains("You come twice: ").doesNotContain("Combined appointment");
        var orders = paid(basket);
        assertThat(words(basket))
                .contains("Booked together", "You come twice: ")
                .doesNotContain("Combined appointment");
        assertThat(order(orders)).contains("Booked together with one other").doesNotContain("of one visit");
    }

    /** Two friends go one after the other, and book as one: neither is there for two hours. */
    @Test
    void whatSeveralHaveAfterOneAnotherIsNoVisitOfOne() throws IOException {
        var basket = held(item(haircut, SATURDAY), item(haircut, SATURDAY.plus(Duration.ofHours(1))));
        var orders = paid(basket);
        assertThat(words(basket)).contains("Booked together").doesNotContain("Combined appointment", "in all");
        assertThat(order(orders)).contains("Booked together with one other").doesNotContain("of one visit");
        assertThat(browser.get("/my-loop").words())
                .contains("Sat 28 Nov 15:00–17:00", "15:00 Haircut", "16:00 Haircut")
                .doesNotContain("in all");
    }

    @Test
    void aCombinedAppointmentThatLiesApartIsTwoVisits() throws IOException {
        var items = List.of(item(haircut, SATURDAY), item(haircut, SATURDAY.minus(Duration.ofHours(3))));
        var basket = client.post(resident, "/api/orders", "apart", Map.of("items", items, "combined", true));
        assertThat(basket.status()).as(basket.body().toString()).isEqualTo(201);
        var orders = paid(basket.body());
        assertThat(words(basket.body())).contains("You come twice: ").doesNotContain("Combined appointment");
        assertThat(order(orders)).doesNotContain("of one visit");
    }

    /** Three of one title: the sentences of each stand together, and say of which they are. */
    @Test
    void whatWasAgreedIsSaidOfItsOwnOrder() throws IOException {
        var wide = TestSalon.with(2, 2);
        var cut = offer(wide.haircut().withDeposit(new Deposit(30)));
        var basket = held(item(cut, SATURDAY), item(cut, SATURDAY), item(cut, LATER));
        assertThat(words(basket))
                .contains("Haircut (Sat 28 Nov 15:00–16:00), each: Call it off by")
                .contains("Haircut (Sat 28 Nov 17:00–18:00): Call it off by");
        assertThat(words(basket).split("Later the deposit of ¥38.40 does not come back", -1))
                .hasSize(3);
    }

    /** Their amounts are those of each, not of all of them. */
    @Test
    void whatWasAgreedInTheSameWordsIsSaidOnceAndOfEach() throws IOException {
        var wide = TestSalon.with(2, 2);
        var cut = offer(wide.haircut().withDeposit(new Deposit(30)));
        var words = words(held(item(cut, SATURDAY), item(cut, SATURDAY)));
        assertThat(words).contains("Haircut, each: Call it off by");
        assertThat(words.split("Call it off by", -1)).hasSize(2);
    }

    @Test
    void whoDidNotComeIsNotToldThatTheTimeIsFreeForOthers() throws IOException {
        var order = paid(held(
                        item(offer(here.haircut().withDeposit(new Deposit(30))), SATURDAY), item(otherHaircut, LATER)))
                .getFirst();
        clock.set(SATURDAY.plus(Duration.ofDays(1)).plus(Duration.ofMinutes(15)));
        noShows.settleDue(1_000);
        client.order(resident, order, "CANCELLED");
        assertThat(PageClient.of(port, resident).get("/orders/" + order).words())
                .contains("By what was agreed, nothing of the ¥38.40 that you paid online comes back.")
                .doesNotContain("free for others");
    }

    private String order(List<UUID> orders) throws IOException {
        return browser.get("/orders/" + orders.getFirst()).words();
    }

    private String words(JsonNode basket) throws IOException {
        return browser.get("/baskets/" + basket.path("basketId").asString()).words();
    }
}
