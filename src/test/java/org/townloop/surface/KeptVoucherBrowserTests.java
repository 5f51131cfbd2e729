package org.townloop.surface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.PlaywrightException;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.townloop.TestClock;
import org.townloop.TownTest;
import org.townloop.supply.offer.Offers;

/** A resident's voucher where there is no network. */
@NeedsBrowser
@TownTest
class KeptVoucherBrowserTests {

    private static final String KEPT = """
        async path => {
          for (let tries = 0; tries < 200; tries++) {
            if (await caches.match(path)) return true;
            await new Promise(resolve => setTimeout(resolve, 50));
          }
          return false;
        }
        """;

    private static Chromium chromium;

    @LocalServerPort
    int port;

    @Autowired
    Offers offers;

    @Autowired
    TestClock clock;

    private SalonDay day;
    private UUID order;

    @BeforeAll
    static void launch() {
        chromium = Chromium.launch();
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @BeforeEach
    void buy() throws IOException {
        clock.set(TestClock.START);
        day = SalonDay.open(port, offers);
        order = day.paid(SalonDay.AT_THREE);
    }

    @Test
    void aVoucherSeenInMyLoopOpensWithoutANetworkUntilItsOwnerSignsOut() throws IOException {
        try (var phone = Telephone.with(chromium.browser(), port, Duration.ZERO).of(day.guest())) {
            phone.goTo("/my-loop");
            assertThat(keeps(phone)).isTrue();

            phone.cutNetwork();
            phone.goTo("/orders/" + order);
            assertThat(phone.page().locator(".ticket .qr").isVisible()).isTrue();
            assertThat(said(phone.page().locator(".ticket code").textContent())).isEqualTo(said(day.token(order)));
            assertThat(phone.read(".kept-note")).contains("No network");
            assertThat(phone.page().locator("form:visible").count()).isZero();
            phone.goTo("/my-loop");
            assertThat(phone.read(".my-loop h3")).contains("Haircut");

            phone.findNetwork();
            phone.goTo("/my-loop")
                    .page()
                    .locator(".foot form[action='/sign-out'] button")
                    .click();
            phone.page().waitForLoadState();
            phone.page().waitForFunction("path => caches.match(path).then(found => !found)", "/orders/" + order);
            phone.cutNetwork();
            assertThatThrownBy(() -> phone.goTo("/orders/" + order))
                    .isInstanceOf(PlaywrightException.class)
                    .hasMessageContaining("ERR_");
        }
    }

    @Test
    void nobodyElsesVouchersAreKept() throws IOException {
        var other = SalonDay.open(port, offers);
        try (var phone = Telephone.with(chromium.browser(), port, Duration.ZERO).of(other.guest())) {
            phone.goTo("/my-loop");
            var worker = "async path => (await navigator.serviceWorker.ready).active.postMessage({alsoKeep: path})";
            phone.page().evaluate(worker, "/orders/" + order);
            assertThat(phone.page().evaluate(KEPT, "/my-loop")).isEqualTo(true);
            assertThat(phone.page().evaluate("path => caches.match(path).then(found => !!found)", "/orders/" + order))
                    .isEqualTo(false);
        }
    }

    /** What a token says; it is signed anew each time. */
    private static String said(String token) {
        return token.substring(0, token.lastIndexOf('.'));
    }

    private boolean keeps(Telephone phone) {
        return phone.page().evaluate(KEPT, "/my-loop").equals(true)
                && phone.page().evaluate(KEPT, "/orders/" + order).equals(true);
    }
}
