package org.townloop.surface;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.townloop.LoopClient;
import org.townloop.TestPeople;
import org.townloop.TestTown;
import org.townloop.TownTest;
import org.townloop.base.kernel.Outcome;
import org.townloop.supply.TestSalon;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Offers;

/** A database that is slow, or has no connection free (FAULTS 30): whoever asks is told so at once, and when to come again. */
@TownTest
@TestPropertySource(
        properties = {
            "spring.datasource.hikari.connection-timeout=500",
            "spring.datasource.hikari.connection-init-sql=set lock_timeout = '300ms'"
        })
class OutageTests {

    private static final Instant SATURDAY = Instant.parse("2026-11-28T02:00:00Z");
    private static final Duration AT_ONCE = Duration.ofSeconds(5);

    @LocalServerPort
    private int port;

    @Autowired
    private HikariDataSource pool;

    @Autowired
    private Offers offers;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final TestSalon salon = TestSalon.with(4, 4);
    private final TestPeople resident = TestPeople.resident(salon.region());
    private final Logger surface = (Logger) LoggerFactory.getLogger("org.townloop.surface");
    private final ListAppender<ILoggingEvent> told = new ListAppender<>();

    @BeforeEach
    void listen() {
        told.start();
        surface.addAppender(told);
    }

    @AfterEach
    void listenNoMore() {
        surface.detachAppender(told);
    }

    @Test
    void withoutAFreeConnectionAProgramIsToldAtOnceWhenToComeAgain() throws Exception {
        var key = UUID.randomUUID().toString();
        var body = "{\"offerId\":\"%s\",\"slotStart\":\"%s\",\"quantity\":1}".formatted(haircut(), SATURDAY);
        withoutAFreeConnection(() -> {
            assertToldToComeAgain(request("/api/me").GET());
            assertToldToComeAgain(request("/api/orders", key).POST(BodyPublishers.ofString(body)));
        });
        assertThat(send(request("/api/orders", key).POST(BodyPublishers.ofString(body)))
                        .statusCode())
                .as("the control: with a connection the same is done")
                .isEqualTo(201);
        assertNobodyWasAlarmed();
    }

    @Test
    void withoutAFreeConnectionAPageSaysSoAndWorksAgainAfterwards() throws Exception {
        var browser = PageClient.of(port, resident);
        withoutAFreeConnection(() -> {
            var page = browser.get("/my-loop");
            assertThat(page.status()).isEqualTo(503);
            assertThat(page.words()).contains("Too busy for a moment", "Nothing was lost");
            assertThat(PageClient.visitor(port).get("/my-loop?lang=zh-CN").status())
                    .as("who is nobody yet needs no database to be asked to sign in")
                    .isEqualTo(303);
        });
        assertThat(browser.get("/my-loop").status()).isEqualTo(200);
        assertNobodyWasAlarmed();
    }

    @Test
    void whoWaitsTooLongForALockIsToldToComeAgainAndThenItIsDoneOnce() throws Exception {
        var client = new LoopClient(port);
        var order = client.hold(resident, haircut(), SATURDAY, "held").id();
        var cancellation = "/api/orders/" + order + "/cancellation";
        var browser = PageClient.of(port, resident);
        var page = browser.get("/orders/" + order);
        try (var other = TestTown.app().getConnection()) {
            keeps(other, order);
            assertToldToComeAgain(request(cancellation, "off").POST(BodyPublishers.ofString("{}")));
            var sent = browser.post(cancellation.substring(4), page, Map.of("refund", "0", "key", "by-page"));
            assertThat(sent.status()).isEqualTo(503);
            assertThat(sent.words()).contains("Too busy for a moment");
            other.rollback();
            other.setAutoCommit(true);
        }
        assertThat(client.cancel(resident, order, "off").text("state")).isEqualTo("CANCELLED");
        assertNobodyWasAlarmed();
    }

    private interface Asking {
        void run() throws Exception;
    }

    /** Takes whatever becomes free, until one was waited for in vain; jobs return theirs sooner or later. */
    private void withoutAFreeConnection(Asking asking) throws Exception {
        var taken = new ConcurrentLinkedQueue<Connection>();
        var none = new CountDownLatch(1);
        var over = new AtomicBoolean();
        var greedy = Thread.startVirtualThread(() -> {
            while (!over.get()) {
                try {
                    taken.add(pool.getConnection());
                } catch (SQLException e) {
                    none.countDown();
                }
            }
        });
        try {
            assertThat(none.await(20, TimeUnit.SECONDS)).isTrue();
            asking.run();
        } finally {
            over.set(true);
            greedy.join();
            for (var connection : taken) {
                connection.close();
            }
        }
    }

    private static void keeps(Connection connection, UUID order) throws SQLException {
        connection.setAutoCommit(false);
        run(connection, "select from ordering.orders where id = '" + order + "' for update");
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void assertToldToComeAgain(HttpRequest.Builder request) throws Exception {
        var asked = System.nanoTime();
        var answer = send(request);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.headers().firstValueAsLong("Retry-After").orElse(0)).isPositive();
        assertThat(answer.headers().firstValue("Trace-Id")).isPresent();
        assertThat(answer.body()).contains("urn:townloop:problem:try-again");
        assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(AT_ONCE);
    }

    private void assertNobodyWasAlarmed() {
        assertThat(told.list).noneMatch(line -> line.getLevel().isGreaterOrEqual(Level.ERROR));
        assertThat(told.list)
                .filteredOn(line -> line.getFormattedMessage().contains("cannot be answered now"))
                .isNotEmpty()
                .allMatch(line -> line.getThrowableProxy() == null);
    }

    private UUID haircut() {
        return switch (offers.write(salon.haircut())) {
            case Outcome.Done<Offer>(var offer) -> offer.id().value();
            case Outcome.Refused<Offer>(var refusal) -> throw new AssertionError(refusal);
        };
    }

    private HttpRequest.Builder request(String path) {
        return request(path, UUID.randomUUID().toString());
    }

    private HttpRequest.Builder request(String path, String key) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", "Bearer " + resident.token())
                .header("Idempotency-Key", key)
                .header("Content-Type", "application/json");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
