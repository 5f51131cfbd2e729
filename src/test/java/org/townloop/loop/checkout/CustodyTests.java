package org.townloop.loop.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.townloop.LoopClient;
import org.townloop.TestClock;
import org.townloop.TestPeople;
import org.townloop.TownTest;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.Grant;
import org.townloop.base.identity.PersonId;
import org.townloop.base.identity.Role;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.loop.ordering.Line;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.Pays;
import org.townloop.loop.ordering.Terms;
import org.townloop.loop.payment.Limits;
import org.townloop.loop.payment.OtherGateways;
import org.townloop.supply.TestHotel;
import org.townloop.supply.TestSalon;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.OfferId;
import org.townloop.supply.offer.Offers;
import org.townloop.supply.pack.CancellationPolicy;

/** Money waits no longer for its service than the gateway that holds it may hold it: here half a year. */
@TownTest
class CustodyTests {

    private static final Instant CHECK_IN = Instant.parse("2026-11-27T06:00:00Z");
    private static final Duration NIGHT = Duration.ofHours(22);

    @LocalServerPort
    int port;

    @Autowired
    Offers offers;

    @Autowired
    ApplicationContext town;

    @Autowired
    Checkouts checkouts;

    @Autowired
    StaffOrders staffOrders;

    @Autowired
    Custody custody;

    @Autowired
    TestClock clock;

    private LoopClient client;
    private TestSalon house;
    private TestPeople resident;
    private OfferId room;

    @BeforeEach
    void open() {
        clock.set(TestClock.START);
        client = new LoopClient(port);
        house = TestSalon.with(1, 0);
        resident = TestPeople.resident(house.region());
        var hotel = TestHotel.in(house);
        room = switch (offers.write(hotel.nights(hotel.rooms(3), 1, 14))) {
            case Outcome.Done<Offer>(var offer) -> offer.id();
            case Outcome.Refused<Offer>(var refusal) -> throw new AssertionError(refusal);
        };
    }

    @Test
    void whatWouldBeHeldForTooLongIsNotSoldInAdvance() throws IOException {
        assertThat(custody.longestDays()).isEqualTo(177); // counters may have to be waited for three days
        var far = hold(200);
        assertThat(far.status()).isEqualTo(422);
        assertThat(far.text("type")).endsWith("held-too-long");
        assertThat(far.body().toString()).contains("177");
        assertThat(hold(170).status()).isEqualTo(201);
    }

    @Test
    void whatIsPaidAtTheHouseNobodyHolds() {
        var staff = new Actor(
                new PersonId(TestPeople.counterOf(house).id()),
                "Lin",
                house.region(),
                Locale.ENGLISH,
                List.of(new Grant(
                        Role.COUNTER, house.region(), null, house.place().value())));
        var start = CHECK_IN.plus(Duration.ofDays(200));
        var wish = new HoldOrder(room, start, start.plus(NIGHT), 1, null, Map.of("guests", "2"));
        var taken = staffOrders.take(staff, new StaffOrder(house.place(), wish, "", "", Pays.SHOP), "k");
        assertThat(taken).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void nothingIsMovedToWhereItWouldBeHeldTooLong() throws IOException {
        var order = hold(20).id();
        var payment = client.pay(resident, order, UUID.randomUUID().toString());
        client.press(payment.text("redirectUrl"), "succeed");
        client.order(resident, order, "PAID");
        assertThat(move(order, 200).text("type")).endsWith("held-too-long");
        assertThat(move(order, 27).status()).isEqualTo(200);
    }

    @Test
    void whatIsOpenedOnlineIsPaidAtNoGatewayThatMayNotHoldItUntilThen() throws IOException {
        var order = online();
        var days = Objects.requireNonNull(order.terms().cancellation().unopened());
        assertThat(at(new Limits(days, 10_000), order)).isEmpty();
        assertThat(at(new Limits(days.minusSeconds(1), 10_000), order)).isPresent();
        assertThat(at(new Limits(days, 0), order))
                .as("its shares are split off: no sooner day helps")
                .get()
                .extracting(Refusal::reason)
                .isEqualTo(CheckoutReason.SHARED_TOO_MUCH);
    }

    /** An order of the same house that is opened within a week. */
    private Order online() {
        var buyer = new Actor(new PersonId(resident.id()), "Li", house.region(), Locale.ENGLISH, List.of());
        var stay = new HoldOrder(room, CHECK_IN, CHECK_IN.plus(NIGHT), 1, null, Map.of("guests", "2"));
        return switch (checkouts.hold(buyer, stay, "k")) {
            case Outcome.Done<Order>(var held) ->
                new Order(
                        held.id(),
                        held.resident(),
                        held.merchant(),
                        held.place(),
                        held.state(),
                        held.pays(),
                        held.total(),
                        held.balance(),
                        new Terms(
                                CancellationPolicy.untilOpened(Duration.ofDays(7)),
                                held.terms().shares()),
                        held.holdExpiresAt(),
                        null,
                        null,
                        held.createdAt(),
                        null,
                        null,
                        null,
                        null,
                        held.lines().stream().map(CustodyTests::withoutTime).toList());
            case Outcome.Refused<Order>(var refusal) -> throw new AssertionError(refusal);
        };
    }

    private static Line withoutTime(Line line) {
        return new Line(
                line.line(),
                line.offer(),
                line.offerVersion(),
                line.title(),
                line.quantity(),
                line.unit(),
                line.extra(),
                null,
                null,
                line.answers(),
                null);
    }

    private Optional<Refusal> at(Limits limits, Order order) {
        return new Custody(OtherGateways.of(town, limits)).refusal(OtherGateways.NAME, order);
    }

    private LoopClient.Answer move(UUID order, int days) throws IOException {
        return client.post(
                resident,
                "/api/orders/" + order + "/move",
                UUID.randomUUID().toString(),
                Map.of("slotStart", CHECK_IN.plus(Duration.ofDays(days)).toString()));
    }

    private LoopClient.Answer hold(int days) throws IOException {
        var start = CHECK_IN.plus(Duration.ofDays(days));
        return client.post(
                resident,
                "/api/orders",
                UUID.randomUUID().toString(),
                Map.of(
                        "offerId",
                        room.value(),
                        "slotStart",
                        start.toString(),
                        "slotEnd",
                        start.plus(NIGHT).toString(),
                        "answers",
                        Map.of("guests", "2")));
    }
}
