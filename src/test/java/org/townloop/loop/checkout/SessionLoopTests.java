package org.townloop.loop.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
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
import org.townloop.base.kernel.Ids;
import org.townloop.base.kernel.Outcome;
import org.townloop.loop.ledger.Broken;
import org.townloop.loop.payment.Reconciler;
import org.townloop.supply.TestOffers;
import org.townloop.supply.TestSalon;
import org.townloop.supply.merchant.DayException;
import org.townloop.supply.merchant.Timetables;
import org.townloop.supply.offer.NewOffer;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.OfferDesk;
import org.townloop.supply.offer.Offers;
import org.townloop.supply.offer.Session;
import org.townloop.supply.offer.Table;

/** Classes and tables from the order to the last of its money. */
@TownTest
class SessionLoopTests {

    private static final Instant FRIDAY = Instant.parse("2026-11-27T02:00:00Z");
    private static final Instant SATURDAY = Instant.parse("2026-11-28T02:00:00Z");

    @LocalServerPort
    int port;

    @Autowired
    Offers offers;

    @Autowired
    OfferDesk desk;

    @Autowired
    Timetables timetables;

    @Autowired
    Audit audit;

    @Autowired
    WaitingCancellations waitingCancellations;

    @Autowired
    Reconciler reconciler;

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
        house = TestSalon.with(1, 0);
        resident = TestPeople.resident(house.region());
    }

    @Test
    void aClassIsRedeemedPersonByPersonAndSettled() throws IOException {
        var order = paid(yoga(), FRIDAY, 3);
        var tokens = client.tokens(resident, order);
        assertThat(tokens).hasSize(1);
        clock.set(FRIDAY.minus(Duration.ofMinutes(5)));
        assertThat(redeem(tokens.getFirst(), "n1")).isEqualTo("REDEEMED");
        assertThat(redeem(tokens.getFirst(), "n2")).isEqualTo("REDEEMED");
        assertThat(redeem(tokens.getFirst(), "n3")).isEqualTo("REDEEMED");
        client.order(resident, order, "SETTLED");
        assertThat(redeem(tokens.getFirst(), "n4")).isEqualTo("ALREADY_REDEEMED");
        assertThat(audit.run()).isEqualTo(before);
    }

    @Test
    void whenTheSessionIsOverItsVoucherIs() throws IOException {
        var token = client.tokens(resident, paid(yoga(), FRIDAY, 1)).getFirst();
        clock.set(FRIDAY.plus(Duration.ofMinutes(61)));
        assertThat(redeem(token, "n1")).isEqualTo("EXPIRED");
    }

    @Test
    void whoBoughtASessionThatIsCalledOffGetsAllBackAndTheOthersStay() throws IOException {
        var yoga = yoga();
        var lost = paid(yoga, FRIDAY, 2);
        var stays = paid(yoga, SATURDAY, 1);
        clock.set(FRIDAY.minus(Duration.ofMinutes(30))); // when a resident would get nothing any more
        assertThat(desk.callOff(merchant(), yoga.id(), LocalDateTime.parse("2026-11-27T10:00")))
                .isInstanceOf(Outcome.Done.class);
        await().until(() -> !client.order(resident, lost).text("state").equals("PAID"));
        clock.move(Duration.ofMinutes(5));
        reconciler.resolve();
        isRefunded(lost, 12_000);
        client.order(resident, stays, "PAID");
        var seats = "select count(*) from booking.claim where order_id = ? and session_start = '2026-11-27T02:00Z'";
        assertThat(TestTown.jdbc()
                        .sql(seats)
                        .param(yoga.id().value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void whoHasCancelledLateAndWaitsGetsAllBackWhenTheSessionIsCalledOff() throws IOException {
        var yoga = yoga();
        var order = paid(yoga, FRIDAY, 2);
        TestDevice.enrol(client, TestPeople.counterOf(house), house, clock, "A till without a network");
        clock.set(FRIDAY.minus(Duration.ofMinutes(30)));
        assertThat(client.cancel(resident, order, "c1").status()).isEqualTo(200);
        assertThat(waits(order)).as("late, and until the till knows").isZero();
        assertThat(desk.callOff(merchant(), yoga.id(), LocalDateTime.parse("2026-11-27T10:00")))
                .isInstanceOf(Outcome.Done.class);
        await().until(() -> waits(order) == 12_000);
        clock.move(WaitingCancellations.LONGEST_WAIT);
        waitingCancellations.completeOverdue();
        isRefunded(order, 12_000);
    }

    private static long waits(UUID order) {
        var sql = "select refund_minor from ordering.cancellation where order_id = ? and state = 'WAITING'";
        return TestTown.jdbc().sql(sql).param(order).query(Long.class).single();
    }

    @Test
    void whoCancelsASessionOfADayThatThePlaceHasClosedGetsAllBack() throws IOException {
        var order = paid(yoga(), FRIDAY, 2);
        var closed = new DayException(LocalDate.parse("2026-11-27"), null, null);
        assertThat(timetables.setException(merchant(), house.place(), closed)).isInstanceOf(Outcome.Done.class);
        assertThat(timetables.outside(house.place()))
                .extracting(engagement -> engagement.order())
                .containsExactly(order);
        clock.set(FRIDAY.minus(Duration.ofMinutes(30)));
        assertThat(client.cancel(resident, order, "c1").status()).isEqualTo(200);
        isRefunded(order, 12_000);
    }

    @Test
    void aSeatIsMovedToAnotherSessionOfTheClass() throws IOException {
        var order = paid(yoga(), SATURDAY, 2);
        assertThat(client.order(resident, order).body().toString()).doesNotContain("gathering");
        assertThat(moved(order, FRIDAY.plus(Duration.ofDays(2)))).isEqualTo(422);
        assertThat(moved(order, FRIDAY)).isEqualTo(200);
    }

    private int moved(UUID order, Instant start) throws IOException {
        var path = "/api/orders/" + order + "/move";
        return client.post(resident, path, UUID.randomUUID().toString(), Map.of("slotStart", start.toString()))
                .status();
    }

    @Test
    void aPartyPaysForEachAndHasOneVoucherUntilTheEveningIsOver() throws IOException {
        house = house.asRestaurant();
        TestTown.jdbc()
                .sql("insert into merchant.resource (region_id, id, place_id, kind, name, seats)"
                        + " values (?, ?, ?, 'table', '{\"en\": \"Table\"}', 6)")
                .params(
                        house.region().number(),
                        Ids.next(house.region(), clock.instant()),
                        house.place().value())
                .update();
        var table = offered(TestOffers.table(house, new Table(1, 6, 5, 30)));
        var order = paid(table, FRIDAY, 5);
        assertThat(client.order(resident, order).body().toString()).contains("2026-11-27T12:00"); // two hours for five
        clock.set(Instant.parse("2026-11-27T15:00:00Z"));
        assertThat(redeem(client.tokens(resident, order).getFirst(), "n1")).isEqualTo("REDEEMED");
        assertThat(audit.run()).isEqualTo(before);
    }

    private Offer yoga() {
        TestTown.jdbc()
                .sql("update merchant.place set trade = 'classes' where region_id = ? and id = ?")
                .params(house.region().number(), house.place().value())
                .update();
        var session = new Session(
                6,
                List.of(),
                Set.of(LocalDateTime.parse("2026-11-27T10:00"), LocalDateTime.parse("2026-11-28T10:00")),
                Set.of());
        return offered(TestOffers.yoga(house, house.staff().getFirst(), session));
    }

    private Offer offered(NewOffer offer) {
        return switch (offers.write(offer)) {
            case Outcome.Done<Offer>(var written) -> written;
            case Outcome.Refused<Offer>(var refusal) -> throw new AssertionError(refusal);
        };
    }

    private String redeem(String token, String nonce) throws IOException {
        var answer = client.redeem(TestPeople.counterOf(house), token, nonce);
        return answer.toString().replaceAll("(?s).*\"outcome\":\"([A-Z_]+)\".*", "$1");
    }

    private void isRefunded(UUID order, long minor) throws IOException {
        var settled = client.order(resident, order, "REFUNDED").body();
        assertThat(settled.at("/money/refunded/minor").asLong()).isEqualTo(minor);
        assertThat(audit.run()).isEqualTo(before);
    }

    private UUID paid(Offer offer, Instant start, int quantity) throws IOException {
        var wish = Map.of("offerId", offer.id().value(), "slotStart", start.toString(), "quantity", quantity);
        var order = client.post(resident, "/api/orders", UUID.randomUUID().toString(), wish);
        assertThat(order.status()).as(order.body().toString()).isEqualTo(201);
        var payment = client.pay(resident, order.id(), UUID.randomUUID().toString());
        client.press(payment.text("redirectUrl"), "succeed");
        client.order(resident, order.id(), "PAID");
        return order.id();
    }

    private Actor merchant() {
        return new Actor(
                new PersonId(TestPeople.merchantOf(house).id()),
                "Lin",
                house.region(),
                Locale.ENGLISH,
                List.of(new Grant(
                        Role.MERCHANT, house.region(), house.merchant().value(), null)));
    }
}
