package org.townloop.surface;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** What a counter asks before it redeems: how many units, and whether before the day that was booked. */
class AskedFirstBrowserTests extends InTheCellar {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void aMenuForThreeIsHadByTwoAndThenByOne() throws IOException {
        day = SalonDay.dining(port, offers);
        var order = day.fish(SalonDay.TODAY, 3);
        var token = day.token(order);
        try (var counter = device("Front")) {
            counter.cutNetwork();
            counter.bring(token).says("3 of 3 left");
            assertThat(counter.page().locator(".stepper .step").first().isDisabled())
                    .isTrue();
            counter.page().getByLabel("One more").click();
            counter.page().getByText("Redeem 2").click();
            assertThat(counter.light()).isEqualTo("good");
            assertThat(counter.verdict()).contains("1 of 3 left", "¥136");
            assertThat(counter.scan(token)).isEqualTo("good");
            assertThat(counter.scan(token)).isEqualTo("bad");
            assertThat(counter.waiting()).isEqualTo(2);
            counter.sync();
            day.client().order(day.guest(), order, "SETTLED");
        }
    }

    @Test
    void whoAsksForMoreThanIsLeftIsToldHowManyAreLeft() throws IOException {
        day = SalonDay.dining(port, offers);
        var token = day.token(day.fish(SalonDay.TODAY, 3));
        try (var counter = device("Front")) {
            counter.bring(token).says("3 of 3 left");
            elsewhere(token, 2);
            counter.page().getByLabel("One more").click();
            counter.page().getByText("Redeem 2").click();
            assertThat(counter.light()).isEqualTo("wait");
            assertThat(counter.verdict())
                    .contains("Only 1 left", "Nothing was redeemed")
                    .doesNotContain("Already used");
        }
    }

    @Test
    void aMenuOfALaterDayIsRedeemedOnlyAfterItsDayWasSaidInBothLanguages() throws IOException {
        day = SalonDay.dining(port, offers);
        var order = day.fish(SalonDay.TODAY.plus(Duration.ofDays(3)), 1);
        var token = day.token(order);
        try (var counter = device("Front")) {
            counter.cutNetwork();
            counter.bring(token).says("Booked for another day").says("Booked for Sunday 29 November");
            counter.page().getByText("Not now").click();
            assertThat(counter.waiting()).isZero();

            counter.page().evaluate("localStorage.setItem('language', 'zh-CN')");
            counter.open().bring(token).says("预约的不是今天").says("预约的是11月29日星期日");
            counter.page().getByText("今天就核销").click();
            assertThat(counter.light()).isEqualTo("good");
            assertThat(counter.verdict()).contains("预约的是11月29日星期日");
            assertThat(counter.waiting()).isOne();
            counter.sync();
            day.client().order(day.guest(), order, "SETTLED");
        }
    }

    @Test
    void theDishesOfALaterDayAreSaidWithNoNetwork() throws IOException {
        day = SalonDay.dining(port, offers);
        var token = day.token(day.fish(SalonDay.TODAY.plus(Duration.ofDays(3)), 1));
        var telephone = Telephone.with(chromium().browser(), port, Duration.ZERO);
        telephone.context().route("**/bundle?*", route -> {
            var answer = route.fetch();
            route.fulfill(new Route.FulfillOptions().setResponse(answer).setBody(withDishes(answer.text())));
        });
        try (var counter = CounterDevice.enrolled(telephone, day, "Front")) {
            counter.cutNetwork();
            counter.bring(token).says("River fish, steamed");
            counter.page().getByText("Redeem it today").click();
            assertThat(counter.verdict()).contains("River fish, steamed");
        }
    }

    private void elsewhere(String token, int units) throws IOException {
        var scan = Map.of("token", token, "nonce", UUID.randomUUID().toString(), "offline", false, "units", units);
        var answer = day.client().post(day.counter(), "/api/redemptions", "", Map.of("items", List.of(scan)));
        assertThat(answer.body().at("/results/0/outcome").asString()).isEqualTo("REDEEMED");
    }

    /** The bundle as it is once each voucher says what was chosen. */
    private static String withDishes(String bundle) {
        var json = JSON.readTree(bundle);
        for (var row : json.get("vouchers")) {
            if (row.size() == 9) {
                ((ArrayNode) row).add(JSON.valueToTree(Map.of("en", "River fish, steamed", "zh", "清蒸河鱼")));
            }
        }
        return json.toString();
    }
}
