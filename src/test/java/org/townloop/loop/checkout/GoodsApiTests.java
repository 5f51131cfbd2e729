package org.townloop.loop.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.townloop.LoopClient;
import org.townloop.TestClock;
import org.townloop.TestPeople;
import org.townloop.TownTest;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.Grant;
import org.townloop.base.identity.PersonId;
import org.townloop.base.identity.Role;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Outcome;
import org.townloop.loop.ordering.OrderId;
import org.townloop.supply.TestGrocer;
import org.townloop.supply.TestSalon;
import org.townloop.supply.offer.NewOffer;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Offers;
import org.townloop.surface.PageClient;

/** Goods by the API: what it costs is known before, and why it came to less afterwards; who packs needs no more than that. */
@TownTest
class GoodsApiTests {

    private static final String TEN = "2026-11-28T02:00:00Z";
    private static final Map<String, Object> HOME =
            Map.of("address", "Kingfisher Lane 7", "lat", 30.285, "lon", 119.72);

    @LocalServerPort
    int port;

    @Autowired
    Offers offers;

    @Autowired
    Packing packing;

    @Autowired
    TestClock clock;

    private LoopClient client;
    private TestGrocer grocer;
    private TestPeople resident;
    private UUID carrots;
    private UUID eggs;

    @BeforeEach
    void open() {
        clock.set(TestClock.START);
        client = new LoopClient(port);
        grocer = TestGrocer.with(20);
        resident = TestPeople.resident(grocer.house().region());
        carrots = written(grocer.article("Carrots", 350, null));
        eggs = written(grocer.article("Eggs", 1_480, null));
    }

    @Test
    void whatAPlaceTakesForBringingIsKnownBeforeAnythingIsHeld() throws IOException {
        var place = grocer.house().place().value();
        var said = client.get(resident, "/api/places/" + place + "/delivery").body();
        assertThat(said.at("/windows/0/start").asString()).isEqualTo("2026-11-27T10:00:00+08:00");
        assertThat(said.at("/windows/0/left").asInt()).isEqualTo(20);
        assertThat(said.at("/rings/1/withinMetres").asInt()).isEqualTo(5_000);
        assertThat(said.at("/rings/1/fee/minor").asInt()).isEqualTo(600);
        assertThat(said.at("/least/minor").asInt()).isEqualTo(2_000);
        assertThat(said.at("/freeFrom/minor").asInt()).isEqualTo(6_000);
        assertThat(said.at("/pickUp").asBoolean()).isTrue();
        var salon = TestSalon.with(1, 1).place().value();
        assertThat(client.get(resident, "/api/places/" + salon + "/delivery").status())
                .isEqualTo(404);
    }

    /** Several things are wanted, or one: what stands beside them would not be read. */
    @Test
    void nothingStandsBesideItemsAndNothingInThemIsSeveral() throws IOException {
        var one = Map.of("offerId", eggs, "slotStart", TEN, "quantity", 2, "site", HOME);
        var beside = client.post(resident, "/api/orders", "b1", Map.of("items", List.of(one), "quantity", 3));
        assertThat(beside.status()).isEqualTo(422);
        assertThat(beside.body().toString()).contains("\"items\"");
        var inside = Map.of("offerId", eggs, "slotStart", TEN, "site", HOME, "items", List.of(one));
        var nested = client.post(resident, "/api/orders", "b2", Map.of("items", List.of(inside)));
        assertThat(nested.status()).isEqualTo(422);
        assertThat(nested.body().toString()).contains("items[0].items");
    }

    /** Whoever says so of what is not expects that its pieces keep apart. */
    @Test
    void onlySeveralThingsThatAreOrdersOfTheirOwnAreCombined() throws IOException {
        var one = Map.of("offerId", eggs, "slotStart", TEN, "quantity", 2, "site", HOME);
        var said = Map.of("offerId", eggs, "slotStart", TEN, "quantity", 2, "site", HOME, "combined", true);
        assertThat(unreadable(said)).isEqualTo("combined");
        assertThat(unreadable(Map.of("items", List.of(one, said)))).isEqualTo("items[1].combined");
        assertThat(unreadable(Map.of("items", List.of(one), "combined", true))).isEqualTo("combined");
    }

    /** @return the field */
    private String unreadable(Map<String, Object> wanted) throws IOException {
        var refused = client.post(resident, "/api/orders", UUID.randomUUID().toString(), wanted);
        assertThat(refused.status()).as(refused.body().toString()).isEqualTo(422);
        assertThat(refused.text("type")).endsWith("field-unreadable");
        return refused.text("field");
    }

    /** What an order may have of an article is said of the item, as whatever is wrong with one. */
    @Test
    void whatIsWrongWithAnArticleNamesItsItem() throws IOException {
        assertThat(field(2, 11)).isEqualTo("article-too-many items[1].quantity");
        assertThat(field(2, 61)).isEqualTo("quantity-invalid items[1].quantity");
        assertThat(field(1L << 31, 1)).isEqualTo("field-unreadable items[0].quantity");
    }

    private String field(long ofEggs, long ofCarrots) throws IOException {
        var items = List.of(
                Map.of("offerId", eggs, "slotStart", TEN, "quantity", ofEggs, "site", HOME),
                Map.of("offerId", carrots, "slotStart", TEN, "quantity", ofCarrots, "site", HOME));
        var refused = client.post(resident, "/api/orders", UUID.randomUUID().toString(), Map.of("items", items));
        return refused.text("type").replace("urn:townloop:problem:", "") + " " + refused.text("field");
    }

    @Test
    void itemsAndFeeComeToTheTotalAndWhatWasMissingIsNamed() throws IOException {
        var order = paid();
        var before = client.order(resident, order).body();
        assertThat(before.at("/delivery/fee/minor").asInt()).isEqualTo(300);
        assertThat(before.at("/delivery/state").asString()).isEqualTo("ORDERED");
        assertThat(before.at("/total/minor").asInt()).isEqualTo(2 * 1_480 + 350 + 300);
        packing.pack(worker(grocer.house()), new OrderId(order), List.of(new Packed(1, 1, null, 0)));
        var after = client.order(resident, order).body();
        assertThat(after.at("/delivery/state").asString()).isEqualTo("PACKED");
        assertThat(after.at("/delivery/back/minor").asInt()).isEqualTo(1_480);
        assertThat(after.at("/delivery/packed/0/quantity").asInt()).isEqualTo(1);
        assertThat(after.at("/delivery/packed/0/charged/minor").asInt()).isEqualTo(1_480);
    }

    /** Whoever keeps the counter packs; they see neither the statement nor what another shop packs. */
    @Test
    void whoPacksNeedsNoMoreThanThat() throws IOException {
        var order = paid();
        assertThatThrownBy(() -> packing.begin(worker(TestSalon.with(0, 0)), new OrderId(order)))
                .isInstanceOf(Absent.class);
        var packer = PageClient.of(port, TestPeople.counterOf(grocer.house()));
        assertThat(packer.get("/counter").words()).contains("Packing and rounds");
        var windows = packer.get("/desk/delivery");
        assertThat(windows.status()).isEqualTo(200);
        assertThat(windows.words()).doesNotContain("Windows and fees", "Statement");
        var path = "/desk/delivery/orders/" + order;
        var page = packer.get(path);
        assertThat(packer.post(path + "/begin", page, Map.of()).status()).isEqualTo(303);
        assertThat(packer.post(path, page, Map.of("packed.1", "2", "packed.2", "1"))
                        .status())
                .isEqualTo(303);
        for (var closed : List.of("/desk", "/desk/statement", "/desk/delivery/settings", "/desk/offers")) {
            assertThat(packer.get(closed).status()).as(closed).isEqualTo(404);
        }
    }

    private UUID paid() throws IOException {
        var items = List.of(
                Map.of("offerId", eggs, "slotStart", TEN, "quantity", 2, "site", HOME),
                Map.of("offerId", carrots, "slotStart", TEN, "quantity", 1, "site", HOME));
        var held = client.post(resident, "/api/orders", UUID.randomUUID().toString(), Map.of("items", items));
        assertThat(held.status()).as(held.body().toString()).isEqualTo(201);
        client.press(client.pay(resident, held.id(), "p" + held.id()).text("redirectUrl"), "succeed");
        client.order(resident, held.id(), "PAID");
        return held.id();
    }

    private static Actor worker(TestSalon house) {
        return new Actor(
                new PersonId(TestPeople.counterOf(house).id()),
                "Bao",
                house.region(),
                Locale.ENGLISH,
                List.of(new Grant(
                        Role.COUNTER, house.region(), null, house.place().value())));
    }

    private UUID written(NewOffer offered) {
        return switch (offers.write(offered)) {
            case Outcome.Done<Offer>(var offer) -> offer.id().value();
            case Outcome.Refused<Offer>(var refusal) -> throw new AssertionError(refusal);
        };
    }
}
