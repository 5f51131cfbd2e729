package org.townloop.supply.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.townloop.TestClock;
import org.townloop.base.kernel.Point;
import tools.jackson.databind.json.JsonMapper;

/** Travel times by a server of routes, and by distance where it does not say. */
class TravelTests {

    private static final Point HERE = new Point(30.27, 119.72);
    private static final Point THERE = new Point(30.28, 119.72); // 1.11 km

    private final AtomicReference<String> answer =
            new AtomicReference<>("{\"code\": \"Ok\", \"durations\": [[0, 601], [null, 0]]}");
    private final AtomicInteger status = new AtomicInteger(200);
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicReference<String> path = new AtomicReference<>("");
    private final TravelCounts counts = new TravelCounts();
    private final TestClock clock = new TestClock();
    private volatile boolean silent;
    private HttpServer server;

    TravelTests() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void open() {
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            path.set(exchange.getRequestURI().toString());
            if (silent) {
                return; // and the connection stays open
            }
            var body = answer.get().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status.get(), body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    @Test
    void withoutAServerItIsTheDistanceWithADetour() {
        var ways = new Ways(settings(""), RouteServer.NONE, counts, clock);
        // 1.112 km x 1.4 / 18 km/h = 5.19 minutes
        assertThat(ways.between(HERE, THERE)).isEqualTo(Duration.ofMinutes(6));
        assertThat(ways.between(HERE, HERE)).isZero();
        assertThat(counts.byDistance()).isZero();
    }

    @Test
    void whatTheServerSaidCountsUntilItIsTooOld() {
        var ways = ways();
        ways.learn(List.of(HERE, THERE));
        assertThat(path.get())
                .isEqualTo("/table/v1/driving/119.720000,30.270000;119.720000,30.280000?annotations=duration,distance");
        assertThat(ways.between(HERE, THERE)).isEqualTo(Duration.ofMinutes(11));
        assertThat(ways.between(THERE, HERE)).isEqualTo(Duration.ofMinutes(6)); // no way there: by distance
        ways.learn(List.of(HERE, THERE));
        assertThat(asked.get()).isEqualTo(1);
        clock.move(Duration.ofHours(13));
        assertThat(ways.between(HERE, THERE)).isEqualTo(Duration.ofMinutes(6));
        assertThat(counts.byDistance()).isEqualTo(1);
    }

    @Test
    void aServerThatFailsIsCountedAndTheDistanceCounts() {
        var ways = ways();
        for (var wrong : List.of("no table", "{\"code\": \"Ok\", \"durations\": [[0]]}", "{\"code\": \"TooBig\"}")) {
            answer.set(wrong);
            ways.learn(List.of(HERE, THERE));
        }
        status.set(503);
        ways.learn(List.of(HERE, THERE));
        assertThat(counts.failures()).isEqualTo(4);
        assertThat(counts.tables()).isZero();
        assertThat(ways.between(HERE, THERE)).isEqualTo(Duration.ofMinutes(6));
    }

    @Test
    void aServerThatIsSilentKeepsNobodyWaiting() {
        silent = true;
        var before = System.nanoTime();
        ways().learn(List.of(HERE, THERE));
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(2));
        assertThat(counts.failures()).isEqualTo(1);
    }

    @Test
    void itIsNeverAskedWithinATransaction() {
        TransactionSynchronizationManager.setActualTransactionActive(true);
        try {
            assertThatThrownBy(() -> ways().learn(List.of(HERE, THERE))).isInstanceOf(IllegalStateException.class);
        } finally {
            TransactionSynchronizationManager.setActualTransactionActive(false);
        }
        assertThat(asked.get()).isZero();
    }

    @Test
    void onlySoManyPointsAreAskedAboutAndSoManyWaysRemembered() {
        var few = new TravelSettings(1.4, 18, url(), Duration.ofMillis(500), 2, Duration.ofHours(12), 1);
        var ways = new Ways(few, new OsrmTable(few, new JsonMapper()), counts, clock);
        ways.learn(List.of(HERE, THERE, new Point(30.29, 119.72)));
        assertThat(path.get().split(";")).hasSize(2);
        assertThat(ways.between(HERE, THERE)).isEqualTo(Duration.ofMinutes(6)); // one was kept, the later
    }

    private Ways ways() {
        var settings = settings(url());
        return new Ways(settings, new OsrmTable(settings, new JsonMapper()), counts, clock);
    }

    private String url() {
        return "http://localhost:" + server.getAddress().getPort() + "/table/v1/driving/";
    }

    private static TravelSettings settings(String url) {
        return new TravelSettings(1.4, 18, url, Duration.ofMillis(500), 60, Duration.ofHours(12), 20_000);
    }
}
