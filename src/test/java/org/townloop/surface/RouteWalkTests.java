package org.townloop.surface;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.townloop.TestClock;
import org.townloop.TestPeople;
import org.townloop.TownTest;
import org.townloop.supply.TestSalon;
import org.townloop.supply.offer.Offers;

/**
 * FAULTS 38 and 39: every route that the router knows is tried by everybody with what is another's. A new route is walked
 * the day it is written; one that is open to all must be named here.
 */
@TownTest
@Import(BadDoor.class)
class RouteWalkTests {

    /** What shows to everybody what everybody may see, by an id that is no secret. */
    private static final List<String> OPEN = List.of("""
        /offers/{id} /offers/{id}/door /offers/{id}/door/hold /offers/{id}/ride /offers/{id}/ride/hold /shops/{id} /shops/{id}/hold /places/{id}/together /api/places/{id}/plans /api/places/{id}/cards /api/offers/{id} /api/offers/{id}/slots
        /cards/{id} /deals/{id} /deals/{id}/line /deals/{id}/line/leave /api/deals/{id} /api/deals/{id}/line
        /look/{scheme} /town/{code} /seal/{code}.svg /media/{id}.{size}.jpg
        """.strip().split("\\s+"));

    /** Doors of others: the gateway's, which proves itself otherwise, and what is no route of ours. */
    private static final List<String> OTHERS =
            List.of("/sandbox", "/api/webhooks", "/.well-known", "/error", "/api/**");

    /** Whose link is its own proof; mail programs post there. */
    private static final List<String> PROVED_BY_LINK = List.of("/messages/stop/{word}");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping router;

    @Autowired
    private Offers offers;

    @Autowired
    private TestClock clock;

    @LocalServerPort
    private int port;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, TestPeople> actors = new LinkedHashMap<>();
    private final Map<String, PageClient> browsers = new LinkedHashMap<>();
    private final Map<String, UUID> anothers = new LinkedHashMap<>();

    @BeforeEach
    void aTownWithSomethingOfSomebodyElse() throws IOException {
        clock.set(TestClock.START);
        var day = SalonDay.open(port, offers);
        anothers.put("order", day.held(SalonDay.AT_THREE));
        anothers.put("place", day.place());
        anothers.put("merchant", day.salon().merchant().value());
        anothers.put("person", day.guest().id());
        anothers.putAll(SomebodysThings.of(day, clock));
        var elsewhere = TestSalon.in(TestSalon.NEW_YORK, 1, 1);
        var neighbour = TestSalon.with(1, 1);
        actors.put("another resident", TestPeople.resident(neighbour.region()));
        actors.put("another's counter", TestPeople.counterOf(neighbour));
        actors.put("another merchant", TestPeople.merchantOf(neighbour));
        actors.put("a partner", TestPeople.inRole("PARTNER", neighbour));
        actors.put("another region's operator", TestPeople.inRole("OPERATOR", elsewhere));
        actors.put(Route.REGIONS_OPERATOR, TestPeople.inRole("OPERATOR", neighbour));
        for (var actor : actors.entrySet()) {
            browsers.put(actor.getKey(), PageClient.of(port, actor.getValue()));
        }
        browsers.put("nobody", PageClient.visitor(port));
    }

    @Test
    void whatIsAnothersIsAnsweredAsWhatIsNot() throws IOException {
        var breaches = new ArrayList<String>();
        var walked = routes().filter(route -> route.namesSomething() && !route.isBad())
                .filter(route -> !OPEN.contains(route.pattern()) && !PROVED_BY_LINK.contains(route.pattern()))
                .toList();
        assertThat(walked).hasSizeGreaterThan(20);
        for (var route : walked) {
            breaches.addAll(breaches(route));
        }
        assertThat(breaches).isEmpty();
    }

    @Test
    void aDoorThatAsksNobodyIsFound() throws IOException {
        assertThat(breaches(new Route("GET", "/bad/orders/{id}"))).isNotEmpty();
        assertThat(breaches(new Route("POST", "/bad/orders/{id}/cancellation"))).isNotEmpty();
    }

    @Test
    void nobodyIsAskedToSignInOrSeesWhatIsForAll() throws IOException {
        var mine = routes().filter(route -> route.method().equals("GET") && !route.namesSomething())
                .filter(route -> route.pattern().matches("/(account|desk|office|my-loop|orders)(/.*)?"))
                .toList();
        assertThat(mine).hasSizeGreaterThan(8);
        for (var route : mine) {
            var answer = asked(route, route.pattern(), "nobody");
            assertThat(answer.isNo()).as("%s: %s", route, answer).isTrue();
        }
    }

    @Test
    void aForeignPlaceOrRegionOpensNoDeskAndNoOffice() throws IOException {
        var staff = routes().filter(route -> route.method().equals("GET") && !route.namesSomething())
                .filter(route -> route.pattern().matches("/desk(/[a-z]+)?|/counter"))
                .toList();
        for (var route : staff) {
            for (var who : actors.keySet()) {
                var answer = asked(route, route.pattern() + "?place=" + anothers.get("place"), who);
                assertThat(answer.status()).as("%s as %s", route, who).isNotEqualTo(200);
            }
        }
        var office = asked(new Route("GET", "/office"), "/office?region=test-shanghai", "another region's operator");
        assertThat(office.status()).isEqualTo(404);
    }

    @Test
    void aWriteFromElsewhereIs403() throws IOException {
        var forged = new ArrayList<String>();
        for (var route :
                routes().filter(route -> !route.isApi() && !route.isBad()).toList()) {
            if (!route.method().equals("GET") && !PROVED_BY_LINK.contains(route.pattern())) {
                forged.addAll(forged(route));
            }
        }
        assertThat(forged).isEmpty();
        assertThat(forged(new Route("POST", "/sandbox/bad/write")))
                .as("a door without the token against forgery is found")
                .isNotEmpty();
    }

    @Test
    void noPageAllowsWhatStandsInItToRunOrStyleIt() throws IOException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/sign-in"));
        var policy =
                sent(request).headers().firstValue("Content-Security-Policy").orElse("");
        assertThat(policy)
                .contains("style-src 'self';")
                .doesNotContain("unsafe-inline")
                .doesNotContain("*:");
    }

    /** Where what is somebody else's is answered otherwise than what nobody has. */
    private List<String> breaches(Route route) throws IOException {
        var breaches = new ArrayList<String>();
        for (var who : browsers.keySet()) {
            if (route.isWorkOf(who)) {
                continue;
            }
            var nothing = asked(route, route.with(UUID.randomUUID()), who);
            for (var another : anothers.entrySet()) {
                var answer = asked(route, route.with(another.getValue()), who);
                if (!answer.isNo() || answer.status() != nothing.status()) {
                    breaches.add("%s with another's %s as %s: %s, and %s where there is nothing"
                            .formatted(route, another.getKey(), who, answer, nothing));
                }
            }
        }
        return breaches;
    }

    private List<String> forged(Route route) throws IOException {
        var breaches = new ArrayList<String>();
        var cookie = browsers.get("another merchant").cookie("session");
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + route.with(UUID.randomUUID())))
                .header("Cookie", "session=" + cookie)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .method(route.method(), BodyPublishers.ofString("text=forged"));
        int status = sent(request).statusCode();
        if (status != 403) {
            breaches.add(route + ": " + status);
        }
        return breaches;
    }

    private Stream<Route> routes() {
        return router.getHandlerMethods().keySet().stream()
                .flatMap(mapping -> mapping.getPatternValues().stream()
                        .flatMap(pattern -> Route.methods(
                                        mapping.getMethodsCondition().getMethods())
                                .map(method -> new Route(method, pattern))))
                .filter(route -> OTHERS.stream().noneMatch(route.pattern()::startsWith))
                .distinct();
    }

    private Reply asked(Route route, String path, String who) throws IOException {
        return route.isApi() ? called(route, path, who) : opened(route, path, who);
    }

    private Reply opened(Route route, String path, String who) throws IOException {
        var browser = browsers.get(who);
        if (browser == null) {
            throw new AssertionError("nobody is " + who);
        }
        var answer = route.method().equals("GET")
                ? browser.get(path)
                : browser.post(
                        path,
                        browser.get("/sign-in"),
                        Map.of("key", UUID.randomUUID().toString()));
        return new Reply(answer.status(), answer.location());
    }

    private Reply called(Route route, String path, String who) throws IOException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .method(route.method(), BodyPublishers.ofString(route.method().equals("GET") ? "" : "{}"));
        var actor = actors.get(who);
        if (actor != null) {
            request.header("Authorization", "Bearer " + actor.token());
        }
        return new Reply(sent(request).statusCode(), "");
    }

    private java.net.http.HttpResponse<String> sent(HttpRequest.Builder request) throws IOException {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
