package org.townloop.base.notice.push;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.Signature;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.townloop.TestPeople;
import org.townloop.TownTest;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Ids;
import org.townloop.base.kernel.TownAddress;
import org.townloop.base.kernel.wire.OpenWeb;
import org.townloop.base.kernel.wire.Reach;
import org.townloop.base.notice.Composed;
import org.townloop.base.notice.Handover;
import org.townloop.supply.TestSalon;
import tools.jackson.databind.json.JsonMapper;

@TownTest
class WebPushTests {

    private record Got(Map<String, List<String>> headers, byte[] body) {}

    private static final Composed WORDS = new Composed("剪发，明天 15:00", "同心发艺", "全文");

    @Autowired
    Subscriptions subscriptions;

    @Autowired
    InstanceKey key;

    @Autowired
    TownAddress town;

    @Autowired
    JsonMapper json;

    @Autowired
    JdbcClient jdbc;

    private final Browser browser = Browser.fresh();
    private final List<Got> got = new CopyOnWriteArrayList<>();
    private HttpServer service;
    private volatile int status = 201;

    @BeforeEach
    void open() throws Exception {
        TestSalon.with(1, 1);
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/", exchange -> {
            got.add(new Got(
                    Map.copyOf(exchange.getRequestHeaders()),
                    exchange.getRequestBody().readAllBytes()));
            exchange.getResponseHeaders().add("Location", "/elsewhere");
            exchange.getResponseHeaders().add("Retry-After", "70");
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        service.start();
    }

    @AfterEach
    void close() {
        service.stop(0);
    }

    @Test
    void theBrowserReadsWhatOnlyItCanRead() throws Exception {
        var subscription = subscribed();
        assertThat(send(subscription)).isInstanceOf(Handover.Accepted.class);
        var message = got.getFirst();
        assertThat(new String(message.body(), StandardCharsets.UTF_8)).doesNotContain("剪发");
        assertThat(json.readTree(browser.read(message.body())).get("title").asString())
                .isEqualTo("剪发，明天 15:00");
        assertThat(json.readTree(browser.read(message.body())).get("path").asString())
                .isEqualTo("/orders/1");
        assertThat(message.headers().get("Ttl")).containsExactly("86400");
        assertThat(message.headers().get("Content-encoding")).containsExactly("aes128gcm");
    }

    @Test
    void theServiceKnowsWhoSends() throws Exception {
        send(subscribed());
        var header = got.getFirst()
                .headers()
                .getOrDefault("Authorization", List.of())
                .getFirst();
        var parts = header.substring("vapid t=".length()).split(", k=");
        var token = parts[0].split("\\.");
        assertThat(parts[1]).isEqualTo(key.publicKey());
        var claims = json.readTree(Base64.getUrlDecoder().decode(token[1]));
        assertThat(claims.get("aud").asString())
                .isEqualTo("http://localhost:" + service.getAddress().getPort());
        assertThat(claims.get("exp").asLong() - Clock.systemUTC().instant().getEpochSecond())
                .isBetween(1L, Duration.ofHours(24).toSeconds());
        var check = Signature.getInstance("SHA256withECDSAinP1363Format");
        check.initVerify(PushKey.read(Base64.getUrlDecoder().decode(parts[1])));
        check.update((token[0] + "." + token[1]).getBytes(StandardCharsets.US_ASCII));
        assertThat(check.verify(Base64.getUrlDecoder().decode(token[2]))).isTrue();
    }

    @Test
    void aBrowserThatIsGoneIsForgotten() throws Exception {
        for (int gone : List.of(404, 410)) {
            status = gone;
            var subscription = subscribed();
            assertThat(send(subscription)).isInstanceOf(Handover.Gone.class);
            assertThat(subscriptions.find(subscription)).isEmpty();
        }
    }

    @Test
    void aServiceInTroubleIsTriedAgainWhenItSaysSoAndARedirectIsNotFollowed() throws Exception {
        var subscription = subscribed();
        for (int trouble : List.of(429, 500, 503, 301, 307)) {
            status = trouble;
            assertThat(send(subscription)).isEqualTo(new Handover.Later("HTTP " + trouble, Duration.ofSeconds(70)));
        }
        assertThat(got).hasSize(5);
        assertThat(subscriptions.find(subscription)).isPresent();
    }

    @Test
    void anAddressThatTurnsOutToBeOursIsForgottenUnvisited() throws Exception {
        var subscription = subscribed();
        var push = push(new OpenWeb(host -> new InetAddress[] {InetAddress.getLoopbackAddress()}));
        assertThat(push.send("n-1", subscription.toString(), WORDS, "/orders/1"))
                .isInstanceOf(Handover.Gone.class);
        assertThat(got).isEmpty();
        assertThat(subscriptions.find(subscription)).isEmpty();
    }

    @Test
    void aServiceWhoseNameNobodyKnowsNowIsAskedForLater() throws Exception {
        var subscription = subscribed();
        var push = push(address -> {
            throw new UnknownHostException(address.getHost());
        });
        assertThat(push.send("n-1", subscription.toString(), WORDS, "/orders/1"))
                .isInstanceOf(Handover.Later.class);
        assertThat(subscriptions.find(subscription)).isPresent();
    }

    private Handover send(UUID subscription) {
        return push(address -> InetAddress.getLoopbackAddress())
                .send("n-1", subscription.toString(), WORDS, "/orders/1");
    }

    private WebPush push(Reach reach) {
        return new WebPush(subscriptions, key, town, json, Clock.systemUTC(), reach);
    }

    /** By hand, since no browser may give an address without https. */
    private UUID subscribed() {
        var person = new PersonId(TestPeople.resident(TestSalon.SHANGHAI).id());
        var id = Ids.next(TestSalon.SHANGHAI, Clock.systemUTC().instant());
        var endpoint = "http://localhost:" + service.getAddress().getPort() + "/push/" + id;
        jdbc.sql("insert into notice.subscription (id, person_id, endpoint, p256dh, auth, created_at)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(id, person.value(), endpoint, browser.publicKey(), browser.auth())
                .param(Timestamp.from(Clock.systemUTC().instant()))
                .update();
        return id;
    }
}
