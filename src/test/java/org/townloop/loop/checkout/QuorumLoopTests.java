package org.townloop.loop.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
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
import org.townloop.base.kernel.Outcome;
import org.townloop.loop.ledger.Broken;
import org.townloop.supply.TestOffers;
import org.townloop.supply.TestSalon;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Offers;
import org.townloop.supply.offer.Quorum;
import org.townloop.supply.offer.Session;

/** A session that needs four people, from the first seat to the last of the money: by the clock, nobody does anything. */
@TownTest
class QuorumLoopTests {

    private static final Instant FRIDAY = Instant.parse("2026-11-27T02:00:00Z");
    private static final Instant DEADLINE = FRIDAY.minus(Duration.ofHours(2));
    private static final int PRICE = 6_000;

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
    private TestSalon school;
    private TestPeople resident;
    private TestPeople owner;
    private Offer yoga;

    @BeforeEach
    void open() {
        clock.set(TestClock.START);
        before = audit.run();
        client = new LoopClient(port);
        school = TestSalon.with(1, 0);
        resident = TestPeople.resident(school.region());
        owner = TestPeople.merchantOf(school);
        TestTown.jdbc()
                .sql("update merchant.place set trade = 'classes' where id = ?")
                .param(school.place().value())
                .update();
        var session =
                new Session(6, List.of(), Set.of(LocalDateTime.parse("2026-11-27T10:00")), Set.of(), new Quorum(4, 2));
        yoga = switch (offers.write(TestOffers.yoga(school, school.staff().getFirst(), session))) {
            case Outcome.Done<Offer>(var written) -> written;
            case Outcome.Refused<Offer>(var refusal) -> throw new AssertionError(refusal);
        };
    }

    @Test
    void tooFewGetAllOfItBackThoughThePolicyWouldKeepHalfAndAreToldWhy() throws IOException {
        var order = paid(3);
        var gathering = client.order(resident, order).body().at("/items/0/gathering");
        assertThat(gathering.path("fewest").asInt()).isEqualTo(4);
        assertThat(gathering.path("booked").asInt()).isEqualTo(3);
        assertThat(gathering.path("state").asString()).isEqualTo("UNDECIDED");
        clock.set(DEADLINE);
        client.order(resident, order, "REFUNDED");
        assertThat(refunded(order)).isEqualTo(3 * PRICE);
        await().untilAsserted(() -> assertThat(told(resident.id(), "TOO_FEW")).isOne());
        await().untilAsserted(() -> assertThat(told(owner.id(), "TOO_FEW"))
                .as("once, and not for each order")
                .isOne());
        assertThat(told(resident.id(), "CANCELLED")).isZero();
        assertThat(cause(order)).isEqualTo("too few had booked");
        assertThat(audit.run()).isEqualTo(before);
    }

    @Test
    void fourAreToldThatItTakesPlaceAndWhoeverLeavesThenUndoesNothing() throws IOException {
        var first = paid(3);
        var second = paid(1);
        clock.set(DEADLINE);
        await().untilAsserted(
                        () -> assertThat(told(resident.id(), "TAKES_PLACE")).isEqualTo(2));
        assertThat(client.cancel(resident, first, "c").status()).isEqualTo(200);
        await().until(() -> !client.order(resident, first).text("state").equals("PAID"));
        assertThat(client.order(resident, second)
                        .body()
                        .at("/items/0/gathering/state")
                        .asString())
                .isEqualTo("CONFIRMED");
        assertThat(client.order(resident, second).text("state")).isEqualTo("PAID");
    }

    /** The tablet of the school is off until it opens; whoever left before the deadline does not come all the same. */
    @Test
    void whoseCancellationWaitsForTheCountersDoesNotMakeItTakePlace() throws IOException {
        var stays = paid(3);
        var leaves = paid(1);
        TestDevice.enrol(client, TestPeople.counterOf(school), school, clock, "A");
        assertThat(client.cancel(resident, leaves, "c").status()).isEqualTo(200);
        assertThat(client.order(resident, leaves).text("state")).isEqualTo("PAID");
        assertThat(client.order(resident, stays)
                        .body()
                        .at("/items/0/gathering/booked")
                        .asInt())
                .isEqualTo(3);
        clock.set(DEADLINE);
        await().untilAsserted(() -> assertThat(state()).isEqualTo("CALLED_OFF"));
        assertThat(told(resident.id(), "TAKES_PLACE")).isZero();
    }

    @Test
    void moneyThatComesAfterTheDecisionGoesBackWhole() throws IOException {
        clock.set(DEADLINE.minus(Duration.ofMinutes(5)));
        var order = held(4);
        var payment = client.pay(resident, order, "p");
        clock.set(DEADLINE);
        await().until(() -> state().equals("CALLED_OFF"));
        client.press(payment.text("redirectUrl"), "succeed");
        await().untilAsserted(() -> assertThat(refunded(order)).isEqualTo(4 * PRICE));
        assertThat(client.order(resident, order).text("state")).isIn("EXPIRED", "CANCELLED", "REFUNDED");
        assertThat(audit.run()).isEqualTo(before);
    }

    private UUID held(int people) throws IOException {
        var wish = Map.of("offerId", yoga.id().value(), "slotStart", FRIDAY.toString(), "quantity", people);
        var order = client.post(resident, "/api/orders", UUID.randomUUID().toString(), wish);
        assertThat(order.status()).as(order.body().toString()).isEqualTo(201);
        return order.id();
    }

    private UUID paid(int people) throws IOException {
        var order = held(people);
        var payment = client.pay(resident, order, UUID.randomUUID().toString());
        client.press(payment.text("redirectUrl"), "succeed");
        client.order(resident, order, "PAID");
        return order;
    }

    private long refunded(UUID order) throws IOException {
        return client.order(resident, order).body().at("/money/refunded/minor").asLong();
    }

    private String state() {
        return text(
                "select state from booking.session where offer_id = ?",
                yoga.id().value());
    }

    private static String cause(UUID order) {
        return text("select why from ordering.cancellation where order_id = ?", order);
    }

    private static String text(String query, UUID parameter) {
        return TestTown.jdbc().sql(query).param(parameter).query(String.class).single();
    }

    private static int told(UUID person, String kind) {
        return TestTown.jdbc()
                .sql("select count(*)::int from notice.notice where person_id = ? and kind = ?")
                .params(person, kind)
                .query(Integer.class)
                .single();
    }
}
