package org.townloop.surface;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.townloop.TestClock;
import org.townloop.TownTest;
import org.townloop.base.kernel.Words;
import org.townloop.supply.offer.Offers;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** How long it takes on a telephone's processor: measured and printed; what it does is asserted, not how fast. */
@NeedsBrowser
@TownTest
class CounterBudgetBrowserTests {

    private static final int OPEN = 5_000;
    private static final int SCANS = 1_000;
    private static final int CHAIRS = 10;
    private static final int HOURS_OPEN = 9;
    private static final long MOST_MILLISECONDS = 15_000;

    /** When the salon opens on the day after. */
    private static final Instant FIRST = Instant.parse("2026-11-27T01:00:00Z");

    private static final int SLOWER = 6;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** From the code in the field to the verdict on the screen. */
    private static final String SCAN = """
        code => new Promise(resolve => {
          document.querySelector("[data-next]")?.click();
          const began = performance.now();
          new MutationObserver((changes, watch) => {
            if (!document.querySelector(".verdict")) return;
            watch.disconnect();
            resolve(performance.now() - began);
          }).observe(document.querySelector(".said"), { childList: true });
          const field = document.getElementById("token");
          field.value = code;
          field.form.requestSubmit();
        })
        """;

    /** Only the checking, without what is written and shown: milliseconds for one, of twenty. */
    private static final String VERIFY = """
        async code => {
          const { look } = await import("/counter/redeem.js");
          const { load } = await import("/counter/bundle.js");
          const bundle = await load();
          const began = performance.now();
          for (let i = 0; i < 20; i++) await look(code, bundle);
          return (performance.now() - began) / 20;
        }
        """;

    /** Fills the queue, in the counter's own way. */
    private static final String QUEUE = """
        async codes => {
          const { enqueue } = await import("/counter/scans.js");
          const { load } = await import("/counter/bundle.js");
          const { look } = await import("/counter/redeem.js");
          const bundle = await load();
          for (const token of codes) {
            const { voucher, known } = await look(token, bundle);
            await enqueue({ token, voucher, units: 1, unknown: !known, who: known?.who, what: known?.offer.title,
              scannedAt: new Date().toISOString() }, bundle.id);
          }
        }
        """;

    private static final String ANSWERED = """
        () => performance.getEntriesByType("resource").filter(asked => asked.name.endsWith("/api/redemptions"))
          .reduce((sum, asked) => sum + asked.duration, 0)
        """;

    @LocalServerPort
    int port;

    @Autowired
    Offers offers;

    @Autowired
    TestClock clock;

    private SalonDay day;

    @BeforeEach
    void open() {
        clock.set(TestClock.START);
        day = SalonDay.open(port, offers);
    }

    @Test
    void fiveThousandOpenVouchersAndAScanOnASlowTelephone() throws IOException {
        var token = day.token(day.paid(SalonDay.AT_THREE));
        try (var chromium = Chromium.launch();
                var telephone = Telephone.with(chromium.browser(), port, Duration.ZERO)) {
            telephone.context().route("**/bundle?*", route -> {
                var answer = route.fetch();
                route.fulfill(new com.microsoft.playwright.Route.FulfillOptions()
                        .setResponse(answer)
                        .setBody(crowded(answer.text())));
            });
            var counter = CounterDevice.enrolled(telephone, day, "Slow").says("5,001 open vouchers");
            counter.cutNetwork();
            throttle(telephone, SLOWER);

            var began = System.nanoTime();
            counter.open().page().locator(".known[data-bundle]").waitFor();
            print("bundle of 5,000 open vouchers, opened with no network", millis(began));
            print("one scan verified and judged", telephone.page().evaluate(VERIFY, token));
            print(
                    "one scan, from the code to the verdict on the screen",
                    telephone.page().evaluate(SCAN, token));
            assertThat(counter.light()).isEqualTo("good");
        }
    }

    @Test
    void aThousandQueuedScansAreSyncedAndNoneIsLost() throws IOException {
        var salon = SalonDay.selling(port, offers, Words.of("Haircut", "剪发"), CHAIRS);
        var codes = new ArrayList<String>();
        for (int hour = 0; codes.size() < SCANS; hour++) {
            var start = FIRST.plus(Duration.ofDays(hour / HOURS_OPEN)).plus(Duration.ofHours(hour % HOURS_OPEN));
            codes.addAll(salon.client().tokens(salon.guest(), salon.paid(start, CHAIRS)));
        }
        try (var chromium = Chromium.launch();
                var counter = CounterDevice.enrolled(chromium.browser(), port, salon, "Busy")) {
            counter.cutNetwork();
            counter.page().evaluate(QUEUE, codes);
            counter.open();
            assertThat(counter.waiting()).isEqualTo(SCANS);

            var began = System.nanoTime();
            counter.sync();
            var took = millis(began);
            print("1,000 queued scans synced", took);
            print("of these, the town's part", counter.page().evaluate(ANSWERED));
            assertThat(counter.isSaying("not counted")).isFalse();
            assertThat(took).isLessThan(MOST_MILLISECONDS);
        }
    }

    /** The bundle with as many more vouchers as one may hold. */
    private static String crowded(String bundle) {
        var json = (ObjectNode) JSON.readTree(bundle);
        var vouchers = (ArrayNode) json.get("vouchers");
        for (int i = 0; i < OPEN; i++) {
            vouchers.addArray()
                    .add(UUID.randomUUID().toString())
                    .add(0)
                    .add(1)
                    .add(0)
                    .add(12_800)
                    .add(SalonDay.AT_THREE.getEpochSecond() + i)
                    .add(SalonDay.AT_THREE.getEpochSecond() + 2_000_000)
                    .add("Guest " + i)
                    .add("I");
        }
        return json.toString();
    }

    private static void throttle(Telephone telephone, int times) {
        var rate = new JsonObject();
        rate.addProperty("rate", times);
        telephone.context().newCDPSession(telephone.page()).send("Emulation.setCPUThrottlingRate", rate);
    }

    private static long millis(long began) {
        return Duration.ofNanos(System.nanoTime() - began).toMillis();
    }

    private static void print(String what, Object millis) {
        System.getLogger("counter")
                .log(System.Logger.Level.WARNING, "{0}: {1} ms", what, Math.round(((Number) millis).doubleValue()));
    }
}
