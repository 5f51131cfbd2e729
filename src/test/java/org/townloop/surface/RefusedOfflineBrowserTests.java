package org.townloop.surface;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.townloop.TestClock;

/** What a counter refuses by itself, with no network to ask. */
class RefusedOfflineBrowserTests extends InTheCellar {

    @Test
    void oneBitOfATokenIsEnough() throws IOException {
        var token = day.token(day.paid(SalonDay.AT_THREE));
        try (var counter = device("Front")) {
            counter.cutNetwork();
            assertThat(counter.scan("hello")).isEqualTo("bad");
            assertThat(counter.scan(flipped(token, 0))).isEqualTo("bad");
            assertThat(counter.scan(flipped(token, token.indexOf('.') + 12))).isEqualTo("bad");
            assertThat(counter.scan(flipped(token, token.lastIndexOf('.') + 12)))
                    .isEqualTo("bad");
            assertThat(counter.verdict()).contains("Not a voucher");
            assertThat(counter.scan(token)).isEqualTo("good");
            assertThat(counter.waiting()).isOne();
        }
    }

    @Test
    void anotherShopsVoucherIsGenuineButNotForHere() throws IOException {
        var elsewhere = SalonDay.open(port, offers);
        var token = elsewhere.token(elsewhere.paid(SalonDay.AT_THREE));
        try (var counter = device("Front")) {
            counter.cutNetwork();
            assertThat(counter.scan(token)).isEqualTo("wait");
            assertThat(counter.verdict()).contains("Not for here");
            assertThat(counter.waiting()).isZero();
        }
    }

    @Test
    void aVoucherThatWasCalledOffIsRefusedByADeviceThatHasHeardOfIt() throws IOException {
        var order = day.paid(SalonDay.AT_THREE);
        var token = day.token(order);
        try (var counter = device("Front")) {
            day.client().cancel(day.guest(), order, UUID.randomUUID().toString());
            counter.open().known();
            counter.page().locator(".status summary").click();
            counter.open().known().cutNetwork();
            assertThat(counter.scan(token)).isEqualTo("bad");
            assertThat(counter.verdict()).contains("Called off");
            assertThat(counter.waiting()).isZero();
        }
    }

    @Test
    void anExpiredVoucherIsRefusedByTheTownsTimeAlsoOnASlowClock() throws IOException {
        var order = day.paid(SalonDay.AT_THREE);
        var token = day.token(order);
        var until = day.client()
                .get(day.guest(), "/api/orders/" + order + "/vouchers")
                .body()
                .at("/vouchers/0/validUntil")
                .asString();
        var end = java.time.OffsetDateTime.parse(until).toInstant();
        clock.set(end.plus(Duration.ofHours(1)));
        var slow = Duration.between(TestClock.START, end).minus(Duration.ofHours(23));
        var telephone = Telephone.with(chromium().browser(), port, slow);
        try (var counter = CounterDevice.enrolled(telephone, day, "A day slow")) {
            counter.says("is 24 hours slow").cutNetwork();
            assertThat(counter.scan(token)).isEqualTo("wait");
            assertThat(counter.verdict()).contains("Expired");
            assertThat(counter.waiting()).isZero();
        }
    }

    @Test
    void aCardIsNotTakenWithoutTheTown() throws IOException {
        try (var counter = device("Front")) {
            counter.cutNetwork();
            assertThat(counter.scan("C-4K7QH-92XWM")).isEqualTo("wait");
            assertThat(counter.verdict()).contains("A card needs the network", "Nothing was taken");
            assertThat(counter.waiting()).isZero();
        }
    }

    /** With one bit of its letter changed, so that it is still a letter of the alphabet of tokens. */
    private static String flipped(String token, int at) {
        var letter = token.charAt(at);
        var other = letter == 'A' ? 'B' : 'A';
        return token.substring(0, at) + other + token.substring(at + 1);
    }
}
