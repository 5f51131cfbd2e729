package org.townloop.surface;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every page is opened by everybody, and every form is sent without proof of where it came from. */
@ExtendWith(OpenTown.Door.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageWalkTests {

    private enum Role {
        ANONYMOUS(""),
        RESIDENT("Chen Bo"),
        COUNTER("Xu Xiaoqin"),
        MERCHANT("Tong Xin"),
        PARTNER("He Ruilan"),
        OPERATOR("Shen Guang");

        private final String name;

        Role(String name) {
            this.name = name;
        }
    }

    /** Doors that are not pages: programs knock there, and prove themselves otherwise. */
    private static final List<String> NOT_PAGES = List.of("/api", "/sandbox", "/.well-known", "/error", "/bad/");

    /** Pages that need nothing to be known. */
    private static final String PLAIN = """
        /deals/odd /desk/deals /desk/coupons /office/coupons /desk/counters /office/packs /office/packs/odd /office/pack-text /office/new-trade
        /sign-in /sign-in/code /sign-in/name /account /account/contacts/code /seal/willow-creek.svg /seal/odd.svg /api
        /account/data /account/data/archive /agree /forgotten /privacy /terms /counter/app
        /counter/manifest.webmanifest /counter/sw.js /counter/words.json /desk/start /desk/place?start=yes
        /quotes /quotes/odd /quotes/new/odd /quotes/photos/odd.jpg /quotes/odd/papers/1 /quotes/odd/photos/1.jpg /desk/disputes /desk/disputes/odd /desk/disputes/odd/pictures/1/1.jpg /desk/orders/odd/refund /orders/odd/dispute /disputes/photos/odd.jpg /disputes/odd/pictures/1/1.jpg /office/disputes /office/disputes/odd /office/disputes/odd/pictures/1/1.jpg /desk/quotes /desk/quotes/odd /desk/quotes/odd/photos/1.jpg /desk/rooms /desk/sessions /desk/kitchen /desk/kitchen?day=odd /desk/sessions?day=odd /desk/hours /desk/people /desk/people/rota /desk/pictures /desk/offers /desk/offers/odd/content /orders/odd/opening /desk/offers/new /desk/offers/new?from=odd
        /?lang=zh-CN /?lang=en /shops/odd /desk/delivery /desk/delivery/window /desk/delivery/window?start=odd /desk/delivery/settings /desk/delivery/orders/odd
        /for-merchants /for-merchants/new /for-merchants/listings?q=noodle /media/odd.page.jpg
        /counter /counter?place=odd /counter/orders/odd/balance /counter/walk-in /counter/rounds /counter/rounds?day=2026-11-28 /my-loop
        /pay/odd /pay/odd/receipt /pay/odd/receipt.pdf /pay/odd/invoice /pay/odd/invoices/odd.pdf /pay/odd/fapiao/odd.pdf /pay/declined /basket /baskets/odd /baskets/odd/returned /account/messages /messages/stop/odd /desk/statement
        /orders/odd/receipt /orders/odd/receipt.pdf /orders/odd/invoice /orders/odd/invoices/odd.pdf /orders/odd/fapiao/odd.pdf /desk/invoices /desk/invoices?month=odd /desk/invoices/odd.pdf /desk/invoices/odd.xml /desk/fapiao /desk/fapiao/odd.pdf /desk/invoices.csv?place=odd /desk/fapiao.csv?place=odd /office/taxes /offers/odd /places/odd/together /calendars/odd.ics /orders/odd/calendar.ics /desk/calendars /desk/payouts /desk/statement?from=2026-12-01&to=2026-01-01 /desk/statement.csv /desk/statement.pdf /office/payouts /office/payouts/runs/odd /office/payouts/runs/odd/file.xml /office/payouts/runs/odd/file.csv /office/payouts/answers/odd /office/reconciliation /office/refunds /account/payouts /office/merchants /map/pick.svg?lat=30.2&lon=119.7&across=3000&pin=odd /cards/odd /my-loop/cards /my-loop/cards/odd /counter/cards /counter/cards?place=odd&code=odd /counter/cards/draws/odd /gifts/odd /desk/cards /desk/cards/odd /office/stored /office/rates /office/holidays /desk/chargebacks /desk/notices\
        """;

    private static final String TONGXIN = "select id from merchant.place where name ->> 'en' = 'Tongxin Hair'";
    private static final String STAFF = "select person_id from identity.token where demo";
    private final OpenTown town;
    private final Map<Role, Knocker> knockers = new EnumMap<>(Role.class);
    private final UUID offer;
    private final UUID homeVisit;
    private final UUID strangersOrder;
    private final UUID strangersPlace;
    private final UUID strangersVisit;

    PageWalkTests(OpenTown town) {
        this.town = town;
        for (var role : Role.values()) {
            knockers.put(role, role.name.isEmpty() ? new Knocker(town) : Knocker.as(town, role.name));
        }
        offer = one("select id from offer.offer where place_id = (" + TONGXIN + ") limit 1");
        homeVisit = one("select offer_id from offer.version where mode = 'at-home' limit 1");
        strangersOrder = one("select id from ordering.orders where resident_id not in (" + STAFF + ") limit 1");
        strangersPlace =
                one("select id from merchant.place where merchant_id is not null and id <> (" + TONGXIN + ") limit 1");
        strangersVisit = one("select id from visit.visit limit 1");
    }

    @Test
    void everyPageAnswersEverybody() {
        for (var path : pages()) {
            knockers.forEach((role, knocker) -> {
                var answer = knocker.get(path);
                assertThat(answer.statusCode()).as("%s as %s", path, role).isLessThan(500);
                assertThat(answer.body()).as("%s as %s", path, role).doesNotContain("Exception");
            });
        }
    }

    @Test
    void noPageIsForgotten() {
        var walked = pages().stream().map(path -> path.replaceAll("\\?.*", "")).toList();
        var forgotten = patterns(RequestMethod.GET).stream()
                .filter(pattern ->
                        walked.stream().noneMatch(path -> path.matches(pattern.replaceAll("\\{[^}]+}", "[^/]+"))))
                .toList();
        assertThat(forgotten).isEmpty();
    }

    @Test
    void whatBelongsToSomebodyElseIsNotThere() {
        for (var path : List.of(
                "/orders/" + strangersOrder,
                "/orders/" + strangersOrder + "/checkout",
                "/orders/" + strangersOrder + "/move",
                "/orders/" + strangersOrder + "/returned",
                "/counter?place=" + strangersPlace,
                "/counter/rounds?place=" + strangersPlace,
                "/counter/walk-in?place=" + strangersPlace,
                "/desk/orders/new?place=" + strangersPlace,
                "/desk?place=" + strangersPlace,
                "/desk/statement?place=" + strangersPlace,
                "/desk/statement.csv?from=2026-11-01&to=2026-11-26&place=" + strangersPlace,
                "/desk/reviews?place=" + strangersPlace,
                "/desk/notices?place=" + strangersPlace,
                "/desk/start?place=" + strangersPlace,
                "/desk/place?place=" + strangersPlace,
                "/desk/hours?place=" + strangersPlace,
                "/desk/people?place=" + strangersPlace,
                "/desk/pictures?place=" + strangersPlace,
                "/desk/offers?place=" + strangersPlace,
                "/office/take-overs/" + strangersPlace + "/picture")) {
            for (var role : List.of(Role.RESIDENT, Role.COUNTER, Role.MERCHANT, Role.PARTNER)) {
                assertThat(knockers.get(role).get(path).statusCode())
                        .as("%s as %s", path, role)
                        .isEqualTo(404);
            }
        }
        for (var role : List.of(Role.RESIDENT, Role.COUNTER, Role.MERCHANT)) {
            assertThat(knockers.get(role).get("/office?region=willow-creek").statusCode())
                    .as("the office as %s", role)
                    .isEqualTo(404);
        }
    }

    @Test
    void whoIsNobodyIsAskedToSignIn() {
        for (var path : List.of("/my-loop", "/counter", "/desk", "/office", "/orders/" + strangersOrder)) {
            var answer = knockers.get(Role.ANONYMOUS).get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(303);
            assertThat(answer.headers().firstValue("Location"))
                    .as(path)
                    .hasValueSatisfying(location -> assertThat(location).startsWith("/sign-in?next="));
        }
    }

    @Test
    void aFormFromElsewhereIsRefusedWithAWayOn() {
        var forms = patterns(RequestMethod.POST);
        assertThat(forms).contains("/offers/{id}/hold", "/visits/{id}/review", "/counter", "/office/books");
        forms.removeIf(form -> form.startsWith("/messages/stop/")); // mail programs post there: its link is the proof
        for (var form : forms) {
            var path = form.replaceAll("\\{[^}]+}", strangersVisit.toString());
            knockers.forEach((role, knocker) -> {
                var answer = knocker.post(path, "text=forged");
                assertThat(answer.statusCode()).as("%s as %s", path, role).isEqualTo(403);
                assertThat(answer.body()).as("%s as %s", path, role).contains("reload the page");
            });
        }
    }

    private List<String> pages() {
        var nothing = new UUID(0, 0);
        var known = List.of(
                "/",
                "/search",
                "/suggestions?q=jianfa",
                "/search?q=haircut&where=the+square&when=Saturday+afternoon",
                "/search?q=%22%28%5B*&where=nowhere&when=never&sort=odd&priceMax=-1&cursor=x&limit=x",
                "/offers/" + offer,
                "/offers/" + offer + "?day=2026-11-28&at=odd",
                "/offers/" + offer + "?day=9999-99-99",
                "/offers/" + nothing,
                "/offers/" + offer + "/door",
                "/offers/" + homeVisit + "/door",
                "/offers/" + homeVisit + "/door?at=odd",
                "/offers/" + one("select offer_id from offer.version where mode = 'ride' limit 1") + "/ride",
                "/shops/" + one("select id from merchant.place where trade = 'groceries' limit 1"),
                "/orders/" + strangersOrder,
                "/orders/" + strangersOrder + "/checkout",
                "/orders/" + strangersOrder + "/opening/1/file",
                "/orders/" + strangersOrder + "/move",
                "/orders/" + strangersOrder + "/returned",
                "/orders/odd",
                "/counter?place=" + strangersPlace,
                "/counter/rounds?day=odd&place=" + strangersPlace,
                "/counter/walk-in?offer=" + offer,
                "/counter/walk-in?offer=" + nothing + "&day=odd",
                "/pay/returned/" + strangersOrder,
                "/counter/scans/" + nothing + "?place=" + strangersPlace,
                "/counter/scans/odd",
                "/desk",
                "/desk?day=2026-11-28",
                "/desk?day=odd",
                "/desk/orders/new",
                "/desk/orders/new?day=2026-11-28&offer=" + offer,
                "/desk/reviews",
                "/desk/statement?from=odd&to=0000-00-00",
                "/desk/chargebacks?place=" + strangersPlace,
                "/desk/statement.csv?from=2026-11-01&to=2026-11-26",
                "/desk/statement.csv?from=odd&to=odd",
                "/desk/statement.pdf?from=odd&to=odd",
                "/desk/start/next?place=" + strangersPlace,
                "/desk/people/" + nothing + "/hours?place=" + strangersPlace,
                "/desk/offers/" + offer,
                "/for-merchants/listings/" + strangersPlace,
                "/office",
                "/office/take-overs/" + strangersPlace + "/picture",
                "/office?region=willow-creek",
                "/office?region=odd",
                "/office/needs",
                "/office/holidays?region=odd&year=odd",
                "/office/messages",
                "/office/messages/paid/en",
                "/office/messages/paid/zh-CN?region=odd",
                "/office/messages/odd/en",
                "/office/messages/paid/odd",
                "/office/orders?state=held",
                "/office/orders?state=odd&trade=odd&in=odd&before=odd",
                "/office/visits?state=visited",
                "/office/visits",
                "/sign-in?next=//elsewhere",
                "/look/dark",
                "/look/odd?back=//elsewhere",
                "/town/willow-creek",
                "/town/odd",
                "/api/openapi.json",
                "/no/such/page");
        return Stream.concat(
                        known.stream(),
                        PLAIN.strip()
                                .lines()
                                .flatMap(line -> Stream.of(line.strip().split(" "))))
                .toList();
    }

    private Set<String> patterns(RequestMethod method) {
        return town.ask(RequestMappingHandlerMapping.class).getHandlerMethods().keySet().stream()
                .filter(mapping -> mapping.getMethodsCondition().getMethods().contains(method))
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .filter(pattern -> NOT_PAGES.stream().noneMatch(pattern::startsWith))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private UUID one(String query) {
        return town.ask(JdbcClient.class).sql(query).query(UUID.class).single();
    }
}
