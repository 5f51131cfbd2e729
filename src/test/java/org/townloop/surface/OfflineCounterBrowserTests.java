package org.townloop.surface;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.townloop.TestTown;

/** The counter in the cellar: a real browser, a cut network, and money that is released when it is back. */
class OfflineCounterBrowserTests extends InTheCellar {

    private static final long PRICE = 12_800;

    @Test
    void aVoucherRedeemedWithTheNetworkCutIsReleasedInTheLedgerWhenItIsSynced() throws IOException {
        var order = day.paid(SalonDay.AT_THREE);
        try (var counter = device("Front")) {
            counter.cutNetwork();
            assertThat(counter.scan(day.token(order))).isEqualTo("good");
            assertThat(counter.verdict()).contains("Good. Lin, 15:00", "Haircut", "¥128", "Verified on this device");
            assertThat(counter.waiting()).isOne();
            assertThat(released(order)).isZero();
            assertThat(day.client().order(day.guest(), order).text("state")).isEqualTo("PAID");

            counter.sync();
            day.client().order(day.guest(), order, "SETTLED");
            assertThat(released(order)).isEqualTo(PRICE);
            assertThat(counter.isSaying("not counted")).isFalse();
        }
    }

    @Test
    void whatWasChosenOfAMenuIsSaidInTheLanguageOfTheReaderAndAsItWasWritten() throws IOException {
        day = SalonDay.dining(port, offers);
        new JdbcTemplate(TestTown.owner()).update("""
            update offer.version set menu = replace(menu::text, 'River fish', 'River <b>fish</b>')::jsonb
            where offer_id = ?
            """, day.haircut());
        var order = day.fish(SalonDay.TODAY);
        try (var counter = device("Front")) {
            counter.says("Main course: 1 × River <b>fish</b>, steamed").says("any time");
            counter.cutNetwork();
            assertThat(counter.scan(day.token(order))).isEqualTo("good");
            assertThat(counter.verdict())
                    .contains("Good. Lin", "Main course: 1 × River <b>fish</b>, steamed")
                    .doesNotContain("00:00");
            counter.page().evaluate("localStorage.setItem('language', 'zh-CN')");
            counter.open().says("主菜：清蒸河鱼 × 1");
        }
    }

    @Test
    void withANetworkTheTownAnswersAtOnceAndNothingWaits() throws IOException {
        var order = day.paid(SalonDay.AT_THREE);
        try (var counter = device("Front")) {
            assertThat(counter.scan(day.token(order))).isEqualTo("good");
            assertThat(counter.verdict()).contains("yours from now on");
            assertThat(counter.waiting()).isZero();
            assertThat(released(order)).isEqualTo(PRICE);
            assertThat(counter.scan(day.token(order))).isEqualTo("bad");
            assertThat(counter.verdict()).contains("Already used");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aQuestionThatGetsNoAnswerWaitsAndIsCountedOnceWhetherTheTownHeardItOrNot(boolean heard) throws IOException {
        var order = day.paid(SalonDay.AT_THREE);
        try (var counter = device("Front")) {
            counter.telephone().context().route("**/api/redemptions", route -> {
                if (heard) {
                    route.fetch();
                }
                route.abort();
            });
            assertThat(counter.scan(day.token(order))).isEqualTo("good");
            assertThat(counter.verdict()).contains("Verified on this device");
            assertThat(counter.waiting()).isOne();
            assertThat(released(order)).isEqualTo(heard ? PRICE : 0);

            counter.telephone().context().unroute("**/api/redemptions");
            counter.open().sync();
            day.client().order(day.guest(), order, "SETTLED");
            assertThat(released(order)).isEqualTo(PRICE);
            assertThat(counter.isSaying("not counted")).isFalse();
        }
    }

    @Test
    void theSameVoucherIsNotAcceptedTwiceOnTheDeviceNorInASecondWindow() throws IOException {
        var token = day.token(day.paid(SalonDay.AT_THREE));
        try (var counter = device("Front")) {
            counter.cutNetwork();
            assertThat(counter.scan(token)).isEqualTo("good");
            assertThat(counter.scan(token)).isEqualTo("bad");
            assertThat(counter.verdict()).contains("Already used", "Scanned on this device");

            counter.telephone().openWindow();
            counter.open();
            assertThat(counter.waiting()).isOne();
            assertThat(counter.scan(token)).isEqualTo("bad");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1})
    void aClockThatIsADayOffIsSaidAndHarmsNobody(int days) throws IOException {
        var order = day.paid(SalonDay.AT_THREE);
        var telephone = Telephone.with(chromium().browser(), port, Duration.ofDays(days));
        try (var counter = CounterDevice.enrolled(telephone, day, "Wrong clock")) {
            counter.says(days > 0 ? "is 24 hours fast" : "is 24 hours slow").cutNetwork();
            assertThat(counter.scan(day.token(order))).isEqualTo("good");
            assertThat(counter.verdict()).contains("Good. Lin, 15:00", "at 10:0");
            counter.sync();
            day.client().order(day.guest(), order, "SETTLED");
            assertThat(released(order)).isEqualTo(PRICE);
        }
    }

    @Test
    void aVoucherThatIsBoughtAfterTheLastUpdateIsAcceptedWithinTheCap() throws IOException {
        try (var counter = device("Front")) {
            var order = day.paid(SalonDay.AT_THREE);
            counter.cutNetwork();
            assertThat(counter.scan(day.token(order))).isEqualTo("good");
            counter.sync();
            day.client().order(day.guest(), order, "SETTLED");
        }
    }

    @Test
    void whatTheDeviceKnowsGrowsOldIsSaidBeforehandAndEndsAfterThreeDays() throws IOException {
        var first = day.paid(SalonDay.AT_THREE);
        var second = day.paid(SalonDay.AT_THREE.plus(Duration.ofHours(1)));
        try (var counter = device("Front")) {
            counter.cutNetwork();
            counter.telephone().later(Duration.ofHours(49));
            counter.open().says("last heard from the town 2 days ago");
            assertThat(counter.scan(day.token(first))).isEqualTo("good");

            counter.telephone().later(Duration.ofHours(24));
            counter.open().says("more than 72 hours ago");
            assertThat(counter.scan(day.token(second))).isEqualTo("wait");
            assertThat(counter.verdict()).contains("Connect first", "72 hours");
            assertThat(counter.waiting()).isOne();
        }
    }
}
