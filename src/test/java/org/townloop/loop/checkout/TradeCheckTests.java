package org.townloop.loop.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
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
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.Grant;
import org.townloop.base.identity.PersonId;
import org.townloop.base.identity.Role;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Reason;
import org.townloop.loop.ordering.Pays;
import org.townloop.supply.TestSalon;
import org.townloop.supply.offer.NewOffer;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.OfferId;
import org.townloop.supply.offer.Offers;
import org.townloop.supply.pack.PackId;
import org.townloop.supply.pack.PackReason;
import tools.jackson.databind.json.JsonMapper;

/** What a trade checks holds for whoever books, however they come to their time: two massages need half an hour's notice. */
@TownTest
class TradeCheckTests {

    /** It is ten o'clock, and a massage can begin at half past. */
    private static final Instant SOON = Instant.parse("2026-11-26T02:30:00Z");

    private static final Instant ELEVEN = Instant.parse("2026-11-26T03:00:00Z");
    private static final Instant TOMORROW = Instant.parse("2026-11-27T03:00:00Z");

    @LocalServerPort
    int port;

    @Autowired
    Offers offers;

    @Autowired
    StaffOrders staffOrders;

    @Autowired
    TestClock clock;

    private LoopClient client;
    private TestSalon salon;
    private TestPeople resident;
    private OfferId massage;

    @BeforeEach
    void open() {
        clock.set(TestClock.START.plusSeconds(300)); // 25 minutes before
        client = new LoopClient(port);
        salon = TestSalon.with(3, 0);
        resident = TestPeople.resident(salon.region());
        TestTown.jdbc()
                .sql("update merchant.place set trade = 'massage-and-wellness' where id = ?")
                .param(salon.place().value())
                .update();
        massage = switch (offers.write(massage(false))) {
            case Outcome.Done<Offer>(var offer) -> offer.id();
            case Outcome.Refused<Offer>(var refusal) -> throw new AssertionError(refusal);
        };
    }

    @Test
    void twoAreNotMovedToATimeThatTwoCouldNotHaveBooked() throws IOException {
        assertThat(hold(SOON, 2).status()).isEqualTo(422);
        var two = paid(TOMORROW, 2);
        var moved = move(two, SOON);
        assertThat(moved.status()).as(moved.body().toString()).isEqualTo(422);
        assertThat(moved.text("type")).endsWith("check-failed");
        assertThat(move(two, ELEVEN).status()).isEqualTo(200);
        assertThat(move(paid(TOMORROW, 1), SOON).status()).isEqualTo(200);
    }

    @Test
    void staffAreHeldToTheChecksButAskForThemselves() throws IOException {
        assertThat(taken(SOON, 2, Map.of())).isEqualTo(PackReason.CHECK_FAILED);
        assertThat(taken(SOON, 1, Map.of()))
                .as("what was not asked is not checked")
                .isNull();
        assertThat(taken(ELEVEN, 1, Map.of("pregnant", "yes"))).isEqualTo(PackReason.CHECK_FAILED);
    }

    @Test
    void theApiSaysWhatAnOfferAsks() throws IOException {
        var questions =
                client.get(resident, "/api/offers/" + massage.value()).body().path("questions");
        assertThat(questions.valueStream().map(question -> question.path("key").asString()))
                .containsExactly("pressure", "pregnant", "sore");
        var pressure = questions.get(0);
        assertThat(pressure.path("type").asString()).isEqualTo("CHOICE");
        assertThat(pressure.path("required").asBoolean()).isFalse();
        assertThat(pressure.path("choices")
                        .valueStream()
                        .map(choice -> choice.path("key").asString()))
                .containsExactly("light", "medium", "firm");
        var schema = client.get(resident, "/api/openapi.json").body().at("/components/schemas/Question/properties");
        assertThat(schema.propertyNames()).contains("key", "type", "required", "choices");
    }

    private NewOffer massage(boolean prenatal) {
        var haircut = salon.haircut();
        return new NewOffer(
                null,
                haircut.place(),
                new PackId("massage-and-wellness"),
                haircut.title(),
                haircut.description(),
                Money.of(19_800, "CNY"),
                haircut.duration(),
                haircut.bufferBefore(),
                haircut.bufferAfter(),
                null,
                JsonMapper.builder().build().readTree("{\"treatments\": [\"tuina\"], \"prenatal\": " + prenatal + "}"),
                haircut.staff(),
                true);
    }

    private @Nullable Reason taken(Instant start, int quantity, Map<String, String> answers) {
        var staff = new Actor(
                new PersonId(TestPeople.counterOf(salon).id()),
                "Lin",
                salon.region(),
                Locale.ENGLISH,
                List.of(new Grant(
                        Role.COUNTER, salon.region(), null, salon.place().value())));
        var wish = new HoldOrder(massage, start, quantity, answers);
        var key = UUID.randomUUID().toString();
        return switch (staffOrders.take(staff, new StaffOrder(salon.place(), wish, "", "", Pays.SHOP), key)) {
            case Outcome.Done<?> _ -> null;
            case Outcome.Refused<?>(var refusal) -> refusal.reason();
        };
    }

    private UUID paid(Instant start, int quantity) throws IOException {
        var order = hold(start, quantity);
        assertThat(order.status()).as(order.body().toString()).isEqualTo(201);
        var payment = client.pay(resident, order.id(), UUID.randomUUID().toString());
        client.press(payment.text("redirectUrl"), "succeed");
        client.order(resident, order.id(), "PAID");
        return order.id();
    }

    private LoopClient.Answer hold(Instant start, int quantity) throws IOException {
        var wish = new HashMap<String, Object>(
                Map.of("offerId", massage.value(), "slotStart", start.toString(), "quantity", quantity));
        return client.post(resident, "/api/orders", UUID.randomUUID().toString(), wish);
    }

    private LoopClient.Answer move(UUID order, Instant start) throws IOException {
        return client.post(
                resident,
                "/api/orders/" + order + "/move",
                UUID.randomUUID().toString(),
                Map.of("slotStart", start.toString()));
    }
}
