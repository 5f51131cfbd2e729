package org.townloop.surface.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.townloop.TestPeople;
import org.townloop.TownTest;
import org.townloop.base.identity.Contact;
import org.townloop.base.identity.Contacts;
import org.townloop.base.identity.People;
import org.townloop.base.identity.PersonId;
import org.townloop.supply.TestSalon;
import org.townloop.surface.PageClient;

/** FAULTS 40 to 42 at the pages: roles that are claimed, sessions that are stolen or over, answers that could tell. */
@TownTest
@Import(CaughtCodes.class)
class DoorTests {

    @Autowired
    private People people;

    @Autowired
    private Contacts contacts;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    private TestPeople lin = new TestPeople(new UUID(0, 0), "");
    private PageClient browser = PageClient.visitor(0);

    @BeforeEach
    void somebodyIsSignedIn() throws IOException {
        lin = TestPeople.resident(TestSalon.with(1, 1).region());
        browser = PageClient.of(port, lin);
    }

    @Test
    void aRoleThatIsClaimedByAFormIsIgnoredAndAudited() throws IOException {
        browser.post("/account/person", browser.get("/account"), Map.of("name", "Lin", "language", "en"));
        assertThat(claims()).as("an honest form claims nothing").isZero();
        browser.post(
                "/account/person",
                browser.get("/account"),
                Map.of("name", "Lin", "language", "en", "role", "OPERATOR", "grants", "all"));
        assertThat(people.actor(new PersonId(lin.id())).orElseThrow().grants()).isEmpty();
        assertThat(claims()).isEqualTo(2);
    }

    @Test
    void aRoleThatIsClaimedByJsonIsIgnoredAndAudited() throws Exception {
        var body = "{\"offerId\":\"" + UUID.randomUUID() + "\",\"roles\":[\"OPERATOR\"],\"isAdmin\":true}";
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/orders"))
                .header("Authorization", "Bearer " + lin.token())
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "claim")
                .POST(BodyPublishers.ofString(body));
        try (var http = HttpClient.newHttpClient()) {
            assertThat(http.send(request.build(), BodyHandlers.ofString()).statusCode())
                    .isEqualTo(422);
        }
        assertThat(people.actor(new PersonId(lin.id())).orElseThrow().grants()).isEmpty();
        assertThat(claims()).isEqualTo(2);
    }

    @Test
    void aSessionThatWasPlantedIsNotTheOneThatIsSignedIn() throws IOException {
        var stolen = browser.cookie("session");
        var planted = PageClient.visitor(port);
        planted.cookie("session", stolen);
        assertThat(planted.get("/account").status())
                .as("the thief knows a session")
                .isEqualTo(200);
        // whose owner signs in anew in that browser: the session is another one, and the planted one is over
        var person = Map.of("person", lin.id().toString(), "next", "/");
        browser.post("/sign-in", browser.get("/sign-in"), person);
        assertThat(browser.cookie("session")).isNotEqualTo(stolen);
        assertThat(browser.get("/account").status()).isEqualTo(200);
        assertThat(planted.get("/account").status()).isEqualTo(303);
    }

    @Test
    void whoSignedOutIsSignedOutEvenWithTheOldCookie() throws IOException {
        var kept = browser.cookie("session");
        browser.post("/sign-out", browser.get("/account"), Map.of());
        var double_ = PageClient.visitor(port);
        double_.cookie("session", kept);
        assertThat(double_.get("/account").status()).isEqualTo(303);
    }

    @Test
    void oneDeviceIsSignedOutAndThenAll() throws IOException {
        var other = PageClient.of(port, lin);
        var page = browser.get("/account");
        var device = page.body().replaceAll("(?s).*?/account/devices/([0-9a-f-]+)/sign-out.*", "$1");
        assertThat(browser.post("/account/devices/" + device + "/sign-out", page, Map.of())
                        .status())
                .isEqualTo(303);
        assertThat(other.get("/account").status()).isEqualTo(303);
        assertThat(browser.get("/account").status()).isEqualTo(200);
        var third = PageClient.of(port, lin);
        browser.post("/account/sign-out-everywhere", browser.get("/account"), Map.of());
        assertThat(browser.get("/account").status()).isEqualTo(303);
        assertThat(third.get("/account").status()).isEqualTo(303);
    }

    @Test
    void anothersDeviceIsNotThere() throws IOException {
        var stranger = PageClient.of(port, TestPeople.resident(TestSalon.SHANGHAI));
        PageClient.of(port, lin);
        var device = browser.get("/account").body().replaceAll("(?s).*?/account/devices/([0-9a-f-]+)/sign-out.*", "$1");
        var form = stranger.get("/account");
        assertThat(stranger.post("/account/devices/" + device + "/sign-out", form, Map.of())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void theAnswerIsTheSameForKnownAndUnknown() throws IOException {
        var known = "known-" + UUID.randomUUID() + "@example.org";
        var unknown = "never-" + UUID.randomUUID() + "@example.org";
        contacts.note(new PersonId(lin.id()), new Contact(Contact.Kind.MAIL, known));
        assertThat(asked(known)).isEqualTo(asked(unknown)).contains("We have sent an e-mail to CONTACT");
    }

    @Test
    void aTokenIsShownOnceAndWorksUntilItIsRevoked() throws Exception {
        var made = browser.post("/account/tokens", browser.get("/account"), Map.of("label", "my script"));
        assertThat(made.status()).isEqualTo(201);
        var secret = made.body().replaceAll("(?s).*(townloop_[A-Za-z0-9_-]{43}).*", "$1");
        assertThat(me(secret)).isEqualTo(200);
        var page = browser.get("/account");
        assertThat(page.words()).contains("my script");
        assertThat(page.body()).doesNotContain(secret);
        var token = page.body().replaceAll("(?s).*/account/tokens/([0-9a-f-]+)/revocation.*", "$1");
        browser.post("/account/tokens/" + token + "/revocation", page, Map.of());
        assertThat(me(secret)).isEqualTo(401);
    }

    private int me(String secret) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/me"))
                .header("Authorization", "Bearer " + secret);
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request.build(), BodyHandlers.ofString()).statusCode();
        }
    }

    private String asked(String contact) throws IOException {
        var visitor = PageClient.visitor(port);
        var sent = visitor.post("/sign-in/code", visitor.get("/sign-in"), Map.of("contact", contact));
        return sent.status()
                + " "
                + sent.location()
                + visitor.follow(sent).words().replace(contact, "CONTACT");
    }

    private long claims() {
        return jdbc.sql("select count(*) from identity.audit where person_id = ? and action = 'privilege-claimed'")
                .param(lin.id())
                .query(Long.class)
                .single();
    }
}
