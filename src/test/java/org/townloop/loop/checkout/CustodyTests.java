package org.townloop.loop.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
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
import org.townloop.base.kernel.Outcome;
import org.townloop.loop.ordering.Pays;
import org.townloop.supply.TestHotel;
import org.townloop.supply.TestSalon;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.OfferId;
import org.townloop.supply.offer.Offers;

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
