package org.townloop.launch.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.townloop.TestPeople;
import org.townloop.Townloop;
import org.townloop.base.kernel.Outage;
import org.townloop.base.kernel.Outcome;
import org.townloop.supply.TestSalon;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Offers;
import org.townloop.surface.PageClient;

/** A town whose disk is full (FAULTS 29): what is there is read, nothing is written, and it heals by itself. */
@SpringBootTest(classes = Townloop.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TownOnASmallDisk.class)
@EnabledIf(
        value = "org.townloop.launch.postgres.SmallDisk#canBeHad",
        disabledReason = "a disk that can be filled takes the right to mount one (root, CAP_SYS_ADMIN)")
class FullDiskTests {

    private static final Instant SATURDAY = Instant.parse("2026-11-28T02:00:00Z");

    @LocalServerPort
    private int port;

    @Autowired
    private SmallDisk disk;

    @Autowired
    private DataSource pool;

    @Autowired
    private Offers offers;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private TestSalon salon;
    private TestPeople resident;
    private UUID haircut;

    @BeforeEach
    void aSalon() {
        var jdbc = JdbcClient.create(pool);
        salon = TestSalon.in(jdbc, TestSalon.SHANGHAI, 4, 4);
        resident = TestPeople.resident(jdbc, salon.region());
        haircut = ((Outcome.Done<Offer>) offers.write(salon.haircut()))
                .value()
                .id()
                .value();
    }

    @AfterEach
    void room() throws IOException {
        disk.makeRoom();
    }

    @Test
    void nothingIsWrittenWhatIsThereIsReadAndItHealsByItself() throws Exception {
        var browser = PageClient.visitor(port);
        var form = browser.get("/sign-in");
        assertThat(hold("before").statusCode()).isEqualTo(201);
        disk.fill();
        Awaitility.await().until(() -> hold("meanwhile").statusCode() != 201);
        var refused = hold("meanwhile");
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().firstValueAsLong("Retry-After").orElse(0)).isPositive();
        assertThat(refused.body()).contains("disk-full");
        var sent = browser.post("/sign-in", form, Map.of("contact", "lin@example.org"));
        assertThat(sent.status()).isEqualTo(503);
        assertThat(sent.words()).contains("no room left on the disk", "Nothing was changed");
        assertThat(send(request("/api/me", "").GET()).statusCode()).isEqualTo(200);
        assertThat(send(request("/api/offers/" + haircut, "").GET()).statusCode())
                .isEqualTo(200);
        assertThat(browser.get("/").status()).isEqualTo(200);
        disk.makeRoom();
        Awaitility.await("it heals by itself").until(() -> hold("meanwhile").statusCode() == 201);
    }

    /** The control: what does not come by that door runs into the full disk; and is told so, and leaves the rest alive. */
    @Test
    void whatIsWrittenNonethelessIsRefusedByTheDatabase() throws Exception {
        var sql = new JdbcTemplate(pool);
        disk.fill();
        var failure = catchThrowable(() -> {
            while (true) {
                sql.update("insert into identity.audit (at, action, subject) select now(), 'filler', repeat('x', 900)"
                        + " from generate_series(1, 100)");
            }
        });
        assertThat(Outage.of(failure)).hasValue(Outage.FULL);
        assertThat(send(request("/api/me", "").GET()).statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> hold(String key) throws IOException, InterruptedException {
        var body = "{\"offerId\":\"%s\",\"slotStart\":\"%s\",\"quantity\":1}".formatted(haircut, SATURDAY);
        return send(request("/api/orders", key).POST(BodyPublishers.ofString(body)));
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
