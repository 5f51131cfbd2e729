package org.townloop.loop.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.townloop.LoopClient;
import org.townloop.TestClock;
import org.townloop.TestPeople;
import org.townloop.TestTown;
import org.townloop.TownTest;
import org.townloop.base.kernel.Ids;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Words;
import org.townloop.loop.ledger.Broken;
import org.townloop.supply.TestOffers;
import org.townloop.supply.TestSalon;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Offers;
import org.townloop.supply.offer.SetMenu;
import org.townloop.supply.offer.Table;
import org.townloop.surface.PageClient;

/** "At six for four, and have the duck ready": a table with dishes, from the order to the kitchen's list. */
@TownTest
class DishesAheadTests {

    private static final Instant SIX = Instant.parse("2026-11-27T02:00:00Z");
    private static final int A_HEAD = 2_000;
    private static final int DUCK = 16_800;

    @LocalServerPort
    int port;

    @Autowired
    Offers offers;

    @Autowired
    Audit audit;

    @Autowired
    TestClock clock;

    private List<Broken> before;
    private LoopClient client;
    private TestSalon house;
    private TestPeople resident;

    @BeforeEach
    void open() {
        clock.set(TestClock.START);
        before = audit.run();
        client = new LoopClient(port);
        house = TestSalon.with(1, 0).asRestaurant();
        TestTown.jdbc()
                .sql("insert into merchant.resource (region_id, id, place_id, kind, name, seats)"
                        + " values (?, ?, ?, 'table', '{\"en\": \"Table\"}', 6)")
                .params(
                        house.region().number(),
                        Ids.next(house.region(), clock.instant()),
                        house.place().value())
                .update();
        resident = TestPeople.resident(house.region());
    }

    @Test
    void theyArePaidWithTheTableShownToTheKitchenAndRedeemed() throws IOException {
        var hold = hold(table(0), 4, Map.of("ahead.d1", "1", "ahead.d2", "2"), null);
        assertThat(hold.status()).as(hold.body().toString()).isEqualTo(201);
        assertThat(hold.body().at("/total/minor").asLong()).isEqualTo(4 * A_HEAD + DUCK + 2 * 3_800);
        var payment = client.pay(resident, hold.id(), "p");
        client.press(payment.text("redirectUrl"), "succeed");
        client.order(resident, hold.id(), "PAID");

        var owner = PageClient.of(port, TestPeople.merchantOf(house));
        var list = owner.get("/desk/kitchen?place=" + house.place().value() + "&day=2026-11-27")
                .body();
        assertThat(list).contains("Roast duck", "Eight-treasure rice", "10:00");
        assertThat(owner.get("/desk?place=" + house.place().value() + "&day=2026-11-27")
                        .body())
                .contains("Roast duck", "/desk/kitchen");

        clock.set(SIX);
        var token = client.tokens(resident, hold.id()).getFirst();
        assertThat(client.redeem(TestPeople.counterOf(house), token, "n1")
                        .path("outcome")
                        .asString())
                .isEqualTo("REDEEMED");
        assertThat(audit.run()).isEqualTo(before);
    }

    @Test
    void aTableIsHadWithoutDishesWhereTheyAreNotAskedFor() throws IOException {
        var hold = hold(table(0), 2, Map.of(), null);
        assertThat(hold.body().at("/total/minor").asLong()).isEqualTo(2 * A_HEAD);
    }

    @Test
    void tooManyTooFewTooLateOrAtAnotherPriceNothingIsHeld() throws IOException {
        refused(hold(table(0), 2, Map.of("ahead.d1", "5"), null), 422, "dishes-unreadable");
        refused(hold(table(0), 2, Map.of("ahead.d1", "-1"), null), 422, "dishes-unreadable");
        refused(hold(table(10_000), 2, Map.of("ahead.d2", "1"), null), 422, "dishes-too-few");
        refused(hold(table(0), 2, Map.of("ahead.d1", "1"), 4_000L), 409, "price-changed");
        clock.set(SIX.minus(Duration.ofHours(3)).plusSeconds(1));
        refused(hold(table(0), 2, Map.of("ahead.d1", "1"), null), 422, "dishes-too-late");
        assertThat(hold(table(0), 2, Map.of(), null).status()).isEqualTo(201);
    }

    @Test
    void theyAreNotMovedToWhereTheyCouldNotBeOrdered() throws IOException {
        var saturday = SIX.plus(Duration.ofDays(1));
        var duck = paid(table(0), saturday, Map.of("ahead.d1", "1"));
        var plain = paid(table(0), saturday.plus(Duration.ofHours(4)), Map.of());
        clock.set(SIX.minus(Duration.ofHours(2)));
        refused(moved(duck, SIX), 422, "dishes-too-late");
        assertThat(moved(duck, SIX.plus(Duration.ofHours(2))).status()).isEqualTo(200);
        assertThat(moved(plain, SIX).status()).isEqualTo(200);
    }

    @Test
    void forWhatMustBeOrderedNobodyWaitsInVain() throws IOException {
        var must = table(10_000);
        var may = table(0);
        refused(waits(must), 422, "no-line-for-it");
        refused(waits(may), 409, "something-is-free");
        clock.set(SIX.minus(Duration.ofHours(2)));
        assertThat(starts(may)).contains(SIX);
        assertThat(starts(must).getFirst()).isEqualTo(SIX.plus(Duration.ofHours(1)));
    }

    @Test
    void whoTelephonesOrdersThemToo() throws IOException {
        var table = table(10_000);
        var path = "/counter/walk-in?place=" + house.place().value() + "&offer="
                + table.id().value();
        var staff = PageClient.of(port, TestPeople.merchantOf(house));
        assertThat(staff.get(path).words())
                .contains("Dishes ordered ahead", "until 3 hours before", "Roast duck", "¥168");
        assertThat(taken(staff, path, SIX, Map.of("answer.ahead.d1", "5")).words())
                .contains("Say how many of Roast duck: a number from 0 to 4");
        var two = SIX.plus(Duration.ofHours(2));
        assertThat(taken(staff, path, two, Map.of("answer.ahead.d1", "1")).words())
                .contains("Roast duck", "¥208");
        clock.set(SIX.minus(Duration.ofHours(2)));
        assertThat(taken(staff, path, SIX, Map.of("answer.ahead.d1", "1")).words())
                .contains("Dishes can be ordered until 3 hours before");
        assertThat(taken(staff, path, SIX, Map.of()).status()).isEqualTo(201);
    }

    private PageClient.Answer taken(PageClient staff, String path, Instant start, Map<String, String> dishes)
            throws IOException {
        var form = new HashMap<>(dishes);
        form.putAll(Map.of("place", house.place().value().toString(), "slotStart", start.toString(), "quantity", "2"));
        form.putAll(Map.of("offer", path.substring(path.lastIndexOf('=') + 1), "pays", "SHOP"));
        form.put("key", UUID.randomUUID().toString());
        return staff.post("/counter/walk-in", staff.get(path), form);
    }

    private LoopClient.Answer waits(Offer table) throws IOException {
        var day = Map.of("offerId", table.id().value(), "from", SIX.toString(), "to", "2026-11-27T10:00:00Z");
        return client.post(resident, "/api/waits", "", day);
    }

    private List<Instant> starts(Offer table) throws IOException {
        var path = "/api/offers/" + table.id().value() + "/slots?from=2026-11-27&to=2026-11-28";
        return client.get(resident, path)
                .body()
                .path("slots")
                .valueStream()
                .map(slot -> OffsetDateTime.parse(slot.path("start").asString()).toInstant())
                .toList();
    }

    private static Map<String, Object> wish(Offer table, Instant start, int people, Map<String, String> dishes) {
        var id = table.id().value();
        return new HashMap<>(
                Map.of("offerId", id, "slotStart", start.toString(), "quantity", people, "answers", dishes));
    }

    private UUID paid(Offer table, Instant start, Map<String, String> dishes) throws IOException {
        var hold = client.post(resident, "/api/orders", UUID.randomUUID().toString(), wish(table, start, 2, dishes));
        client.press(client.pay(resident, hold.id(), "p" + hold.id()).text("redirectUrl"), "succeed");
        client.order(resident, hold.id(), "PAID");
        return hold.id();
    }

    private LoopClient.Answer moved(UUID order, Instant start) throws IOException {
        var path = "/api/orders/" + order + "/move";
        return client.post(resident, path, UUID.randomUUID().toString(), Map.of("slotStart", start.toString()));
    }

    private static void refused(LoopClient.Answer answer, int status, String reason) {
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(status);
        assertThat(answer.text("type")).endsWith(reason);
    }

    private LoopClient.Answer hold(Offer table, int people, Map<String, String> dishes, @Nullable Long quoted)
            throws IOException {
        var wish = wish(table, SIX, people, dishes);
        if (quoted != null) {
            wish.put("quoted", Map.of("minor", quoted, "currency", "CNY"));
        }
        return client.post(resident, "/api/orders", UUID.randomUUID().toString(), wish);
    }

    private Offer table(long least) {
        var plain = TestOffers.table(house, new Table(1, 6, 5, 30));
        var dishes = List.of(
                new SetMenu.Dish("d1", Words.of("Roast duck", "烤鸭"), DUCK, 4),
                new SetMenu.Dish("d2", Words.of("Eight-treasure rice", "八宝饭"), 3_800, 9));
        var course = new SetMenu.Course("ahead", Words.of("Ordered ahead", "预点"), dishes, new SetMenu.Ahead(3, least));
        return switch (offers.write(TestOffers.withDishes(plain, course))) {
            case Outcome.Done<Offer>(var written) -> written;
            case Outcome.Refused<Offer>(var refusal) -> throw new AssertionError(refusal);
        };
    }
}
