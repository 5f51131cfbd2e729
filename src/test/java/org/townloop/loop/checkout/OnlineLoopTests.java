package org.townloop.loop.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.townloop.LoopClient;
import org.townloop.TestClock;
import org.townloop.TestDevice;
import org.townloop.TestPeople;
import org.townloop.TestTown;
import org.townloop.TownTest;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.Grant;
import org.townloop.base.identity.PersonId;
import org.townloop.base.identity.Role;
import org.townloop.base.kernel.Outcome;
import org.townloop.loop.ledger.Broken;
import org.townloop.loop.payment.Reconciler;
import org.townloop.supply.TestOffers;
import org.townloop.supply.TestSalon;
import org.townloop.supply.offer.DeliverableDesk;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Offers;
import org.townloop.supply.offer.Online;

/** What is opened online, from the order to the last of its money. */
@TownTest
class OnlineLoopTests {

    private static final String WORDS = "Begin here: https://lessons.example/erhu?key=4711";

    @LocalServerPort
    int port;

    @Autowired
    Offers offers;

    @Autowired
    DeliverableDesk desk;

    @Autowired
    NoShows noShows;

    @Autowired
    Reconciler reconciler;

    @Autowired
    Audit audit;

    @Autowired
    TestClock clock;

    private List<Broken> before;
    private LoopClient client;
    private TestSalon seller;
    private TestPeople resident;

    @BeforeEach
    void open() {
        clock.set(TestClock.START);
        before = audit.run();
        client = new LoopClient(port);
        seller = TestSalon.with(0, 0).hours("");
        TestTown.jdbc()
                .sql("update merchant.place set trade = 'online-only' where region_id = ? and id = ?")
                .params(seller.region().number(), seller.place().value())
                .update();
        resident = TestPeople.resident(seller.region());
    }

    @Test
    void whatIsPaidIsOpenedOnceTheBuyerAgreesAndItsMoneyIsReleased() throws IOException {
        var order = paid(lessons(), 1);
        assertThat(delivery(order).status()).isEqualTo(404);
        assertThat(client.tokens(resident, order)).isEmpty();
        var refused = opened(order, false, "o1");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().toString()).contains("withdrawalEnds");
        client.order(resident, order, "PAID");
        assertThat(opened(order, true, "o2").text("state")).isEqualTo("SETTLED");
        assertThat(opened(order, true, "o2").text("state")).isEqualTo("SETTLED");
        assertThat(opened(order, true, "o3").status()).isEqualTo(200);
        var line = delivery(order).body().path("lines").get(0);
        assertThat(line.path("text").asString()).isEqualTo(WORDS);
        var after = client.order(resident, order).body();
        assertThat(after.path("money").path("released").path("minor").asLong()).isEqualTo(4_500);
        var review = client.post(
                resident,
                "/api/visits/" + after.path("visitId").asString() + "/review",
                "r1",
                Map.of("rating", 5, "text", "Clear and slow."));
        assertThat(review.status()).isEqualTo(201);
        assertThat(client.cancel(resident, order, "c1").status()).isEqualTo(409);
        assertThat(audit.run()).isEqualTo(before);
    }

    @Test
    void nobodyElseReadsIt() throws IOException {
        var order = paid(lessons(), 1);
        opened(order, true, "o1");
        var stranger = TestPeople.resident(seller.region());
        assertThat(client.get(stranger, "/api/orders/" + order + "/opening").status())
                .isEqualTo(404);
        var offer = client.get(stranger, "/api/offers/" + lessons().id().value());
        assertThat(offer.body().toString()).doesNotContain("4711");
        assertThat(client.order(resident, order).body().toString()).doesNotContain("4711");
    }

    @Test
    void untilItIsOpenedAllComesBackAndAtOnceWhateverTheCountersKnow() throws IOException {
        var order = paid(lessons(), 1);
        TestDevice.enrol(client, TestPeople.counterOf(seller), seller, clock, "A till without a network");
        assertThat(client.cancel(resident, order, "c1").status()).isEqualTo(200);
        reconciler.resolve();
        var after = client.order(resident, order, "REFUNDED").body();
        assertThat(after.path("money").path("refunded").path("minor").asLong()).isEqualTo(4_500);
        assertThat(opened(order, true, "o1").status()).isEqualTo(409);
        assertThat(delivery(order).status()).isEqualTo(404);
        assertThat(audit.run()).isEqualTo(before);
    }

    @Test
    void whatNobodyOpensIsDeliveredByItselfAndCanBeOpenedStill() throws IOException {
        var order = paid(lessons(), 1);
        clock.move(Duration.ofDays(14).minusMinutes(1));
        assertThat(client.order(resident, order).body().path("cancellable").asBoolean())
                .isTrue();
        clock.move(Duration.ofMinutes(1));
        assertThat(client.cancel(resident, order, "c1").status()).isEqualTo(409);
        noShows.settleDue(1_000);
        var after = client.order(resident, order, "SETTLED").body();
        assertThat(after.path("money").path("released").path("minor").asLong()).isEqualTo(4_500);
        assertThat(delivery(order).body().toString()).contains("4711");
        assertThat(audit.run()).isEqualTo(before);
    }

    @Test
    void whatTheSellerCorrectsIsCorrectForAllAndBothAreNoted() throws IOException {
        var lessons = lessons();
        var order = paid(lessons, 1);
        opened(order, true, "o1");
        delivery(order);
        desk.write(merchant(), lessons.id(), "Moved: https://lessons.example/new");
        assertThat(delivery(order).body().toString()).contains("Moved").doesNotContain("4711");
        assertThat(TestTown.jdbc()
                        .sql("select number from ordering.opening where order_id = ? order by number")
                        .param(order)
                        .query(Integer.class)
                        .list())
                .containsExactly(1, 2);
    }

    @Test
    void everyBuyerHasCodesOfTheirOwnAndWhatIsCalledOffCanBeBoughtAgain() throws IOException {
        var keys = offered(Online.Gives.CODE);
        assertThat(hold(keys, 1, "h0").status()).isEqualTo(409);
        assertThat(desk.add(merchant(), keys.id(), "A-1\nA-2\n\nA-3")).isInstanceOf(Outcome.Done.class);
        var two = paid(keys, 2);
        assertThat(hold(keys, 2, "h1").status()).isEqualTo(409);
        var one = paid(keys, 1);
        assertThat(client.cancel(resident, two, "c1").status()).isEqualTo(200);
        var again = paid(keys, 2);
        opened(one, true, "o1");
        opened(again, true, "o2");
        var codes = Set.of(codes(one).get(0), codes(again).get(0), codes(again).get(1));
        assertThat(codes).containsExactlyInAnyOrder("A-1", "A-2", "A-3");
        assertThat(audit.run()).isEqualTo(before);
    }

    @Test
    void aLatePaymentTakesACodeOnlyIfThereIsOneLeft() throws IOException {
        var keys = offered(Online.Gives.CODE);
        desk.add(merchant(), keys.id(), "ONLY-1");
        var late = hold(keys, 1, "h1").id();
        var redirect = client.pay(resident, late, "p1").text("redirectUrl");
        clock.move(Duration.ofMinutes(11));
        client.order(resident, late, "EXPIRED");
        var other = paid(keys, 1);
        client.press(redirect, "succeed");
        opened(other, true, "o1");
        assertThat(codes(other)).containsExactly("ONLY-1");
        assertThat(client.order(resident, late).text("state")).isEqualTo("EXPIRED");
    }

    private Offer lessons() {
        var lessons = offered(Online.Gives.TEXT);
        assertThat(desk.write(merchant(), lessons.id(), WORDS)).isInstanceOf(Outcome.Done.class);
        return lessons;
    }

    private Offer offered(Online.Gives gives) {
        return switch (offers.write(TestOffers.online(seller, gives))) {
            case Outcome.Done<Offer>(var offer) -> offer;
            case Outcome.Refused<Offer>(var refusal) -> throw new AssertionError(refusal.toString());
        };
    }

    private List<String> codes(UUID order) throws IOException {
        return delivery(order)
                .body()
                .path("lines")
                .get(0)
                .path("codes")
                .valueStream()
                .map(code -> code.asString())
                .toList();
    }

    private LoopClient.Answer hold(Offer offer, int quantity, String key) throws IOException {
        return client.post(
                resident, "/api/orders", key, Map.of("offerId", offer.id().value(), "quantity", quantity));
    }

    private UUID paid(Offer offer, int quantity) throws IOException {
        var held = hold(offer, quantity, UUID.randomUUID().toString());
        assertThat(held.status()).as(held.body().toString()).isEqualTo(201);
        client.press(client.pay(resident, held.id(), "p" + held.id()).text("redirectUrl"), "succeed");
        client.order(resident, held.id(), "PAID");
        return held.id();
    }

    private LoopClient.Answer opened(UUID order, boolean agreed, String key) throws IOException {
        return client.post(resident, "/api/orders/" + order + "/opening", key, Map.of("withdrawalEnds", agreed));
    }

    private LoopClient.Answer delivery(UUID order) throws IOException {
        return client.get(resident, "/api/orders/" + order + "/opening");
    }

    private Actor merchant() {
        return new Actor(
                new PersonId(TestPeople.merchantOf(seller).id()),
                "Lin",
                seller.region(),
                Locale.ENGLISH,
                List.of(new Grant(
                        Role.MERCHANT, seller.region(), seller.merchant().value(), null)));
    }
}
