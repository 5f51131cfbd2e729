package org.townloop.surface.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
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
import org.townloop.TestPeople;
import org.townloop.TestTown;
import org.townloop.TownTest;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.People;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Outcome;
import org.townloop.loop.checkout.Balances;
import org.townloop.loop.checkout.HoldOrder;
import org.townloop.loop.checkout.StaffOrder;
import org.townloop.loop.checkout.StaffOrders;
import org.townloop.loop.ordering.BalanceReceipt.Means;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.ordering.Pays;
import org.townloop.loop.visit.DayBook;
import org.townloop.supply.TestOffers;
import org.townloop.supply.TestSalon;
import org.townloop.supply.offer.Deposit;
import org.townloop.supply.offer.NewOffer;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Offers;
import org.townloop.supply.offer.Session;
import org.townloop.surface.PageClient;

/** What the page of a school's sessions says that goes back, of one that is called off. */
@TownTest
class SessionRefundsPageTests {

    private static final LocalDateTime SATURDAY = LocalDateTime.parse("2026-11-28T15:00");
    private static final String START = "2026-11-28T07:00:00Z";
    private static final String ELEVEN = "2026-11-28T03:00:00Z";

    @LocalServerPort
    int port;

    @Autowired
    TestClock clock;

    @Autowired
    Offers offers;

    @Autowired
    Balances balances;

    @Autowired
    StaffOrders staffOrders;

    @Autowired
    DayBook dayBook;

    @Autowired
    People people;

    private final TestSalon school = TestSalon.with(1, 0);
    private final String place = school.place().value().toString();
    private PageClient owner;
    private LoopClient client;
    private TestPeople resident;
    private Offer yoga;

    @BeforeEach
    void open() throws IOException {
        clock.set(TestClock.START);
        TestTown.jdbc()
                .sql("update merchant.place set trade = 'classes' where id = ?")
                .param(school.place().value())
                .update();
        yoga = written(yoga(SATURDAY));
        client = new LoopClient(port);
        resident = TestPeople.resident(school.region());
        owner = PageClient.of(port, TestPeople.merchantOf(school));
    }

    private Offer written(NewOffer offered) {
        return switch (offers.write(offered)) {
            case Outcome.Done<Offer>(var offer) -> offer;
            case Outcome.Refused<Offer>(var refusal) -> throw new AssertionError(refusal);
        };
    }

    /** What was noted at the door comes back by hand, and nobody waits for whoever only holds a seat. */
    @Test
    void whatWasPaidAtTheDoorIsGivenBackThere() throws IOException {
        var hour = SATURDAY.minusHours(4);
        var session = new Session(6, List.of(), Set.of(hour), Set.of(), null);
        yoga = written(
                TestOffers.yoga(school, school.staff().getFirst(), session).withDeposit(new Deposit(30)));
        var order = booked(2, ELEVEN);
        held(1, ELEVEN);
        var counter =
                people.actor(new PersonId(TestPeople.counterOf(school).id())).orElseThrow();
        assertThat(balances.note(counter, new OrderId(order), Means.CASH, new Balances.Seen(8_400, 0)))
                .isInstanceOf(Outcome.Done.class);
        callOff(ELEVEN);
        await().untilAsserted(() -> assertThat(
                        owner.get("/desk/sessions?place=" + place).words())
                .contains("¥36 goes back to those who had booked; of what they paid at your place you give back ¥84."));
    }

    /** A hold that nobody has paid is freed by itself, and nobody is waited for who was let in. */
    @Test
    void onlyWhatIsPaidAndNotHadIsStillToBeCalledOff() throws IOException {
        held(1, START);
        booked(2, START);
        var start = Instant.parse(START);
        var nothingYet = new GoesBack(Map.of(), Map.of());
        assertThat(dayBook.between(school.place(), start, start.plusSeconds(1)))
                .hasSize(2)
                .filteredOn(nothingYet::isOpen)
                .extracting(guest -> guest.line().quantity())
                .containsExactly(2);
    }

    @Test
    void whatIsPaidAtTheShopGoesBackToNobody() throws IOException {
        var wish = new HoldOrder(yoga.id(), Instant.parse(START), 2, Map.of());
        assertThat(staffOrders.take(counter(), new StaffOrder(school.place(), wish, "Mrs Shen", "", Pays.SHOP), "k"))
                .isInstanceOf(Outcome.Done.class);
        callOff(START);
        await().untilAsserted(() -> assertThat(
                        owner.get("/desk/sessions?place=" + place).words())
                .contains("Nothing has to be given back.")
                .doesNotContain("goes back to those"));
    }

    private Actor counter() {
        return people.actor(new PersonId(TestPeople.counterOf(school).id())).orElseThrow();
    }

    /** It was to be called off, and a counter had let them in: the order stands. */
    @Test
    void whoWasLetInBeforeKeepsWhatTheyHad() throws IOException {
        var order = booked(1, START);
        clock.set(Instant.parse(START).minusSeconds(300));
        var token = client.tokens(resident, order).getFirst();
        assertThat(client.redeem(TestPeople.counterOf(school), token, "n")
                        .path("outcome")
                        .asString())
                .isEqualTo("REDEEMED");
        client.order(resident, order, "SETTLED");
        callOff(START);
        var sessions = "/desk/sessions?place=" + place;
        assertThat(owner.get(sessions).words()).contains("Nothing has to be given back.");

        TestTown.jdbc()
                .sql("""
                    insert into ordering.cancellation (region_id, order_id, place_id, requested_at, refund_minor, why, mark,
                        waits_until, state, closed_at)
                    values (?, ?, ?, now(), 6000, 'the session was called off', 0, now(), 'FALLEN_AWAY', now())
                    """)
                .params(school.region().number(), order, school.place().value())
                .update();
        assertThat(owner.get(sessions).words()).contains("Nothing has to be given back.");
    }

    private NewOffer yoga(LocalDateTime at) {
        return TestOffers.yoga(
                school, school.staff().getFirst(), new Session(6, List.of(), Set.of(at), Set.of(), null));
    }

    private void callOff(String start) throws IOException {
        var page = owner.get("/desk/sessions?place=" + place);
        var path = "/desk/offers/" + yoga.id().value() + "/sessions/removal";
        assertThat(owner.post(path, page, Map.of("place", place, "start", start))
                        .status())
                .isEqualTo(303);
    }

    private UUID held(int people, String start) throws IOException {
        var wish = Map.of("offerId", yoga.id().value(), "slotStart", start, "quantity", people);
        var order = client.post(resident, "/api/orders", UUID.randomUUID().toString(), wish);
        assertThat(order.status()).as(order.body().toString()).isEqualTo(201);
        return order.id();
    }

    private UUID booked(int people, String start) throws IOException {
        var order = held(people, start);
        var payment = client.pay(resident, order, UUID.randomUUID().toString());
        client.press(payment.text("redirectUrl"), "succeed");
        client.order(resident, order, "PAID");
        return order;
    }
}
