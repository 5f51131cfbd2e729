package org.townloop.loop.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.townloop.TestClock;
import org.townloop.TestPeople;
import org.townloop.TownTest;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.Grant;
import org.townloop.base.identity.PersonId;
import org.townloop.base.identity.Role;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Point;
import org.townloop.base.kernel.Site;
import org.townloop.loop.ledger.Broken;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.ordering.OrderState;
import org.townloop.loop.ordering.Orders;
import org.townloop.loop.ordering.Pays;
import org.townloop.loop.ordering.Sites;
import org.townloop.supply.offer.OfferId;
import org.townloop.supply.offer.Offers;

/** The loop at a resident's home: asked for with an address, reached, redeemed at the door, missed, moved, forgotten. */
@TownTest
class HomeLoopTests {

    /** Nine on Saturday morning in Willow Creek: the window ends at eleven. */
    private static final Instant NINE = Instant.parse("2026-11-28T01:00:00Z");

    private static final Duration GRACE = Duration.ofMinutes(15);

    @LocalServerPort
    int port;

    @Autowired
    Offers offers;

    @Autowired
    Orders orders;

    @Autowired
    StaffOrders staffOrders;

    @Autowired
    NoShows noShows;

    @Autowired
    Sites sites;

    @Autowired
    Audit audit;

    @Autowired
    TestClock clock;

    private List<Broken> before;
    private CleaningDay day;

    @BeforeEach
    void open() {
        clock.set(TestClock.START);
        before = audit.run();
        day = CleaningDay.open(port, offers);
    }

    @Test
    void aTeamIsPaidForAndRedeemedAtTheDoor() throws IOException {
        assertThat(slots("&near=30.28,119.72")).contains("2026-11-28T09:00:00+08:00");
        assertThat(slots("&near=30.40,119.72")).as("too far away").isEmpty();
        var order = day.paid(NINE);
        var item = day.client().order(day.resident(), order).body().at("/items/0");
        assertThat(item.at("/site/address").asString()).isEqualTo(CleaningDay.ADDRESS);
        var atDoor = OffsetDateTime.parse(item.at("/site/atDoor").asString()).toInstant();
        assertThat(atDoor).isBetween(NINE, NINE.plus(Duration.ofHours(2)));

        clock.set(atDoor);
        assertThat(day.client()
                        .redeem(
                                TestPeople.counterOf(day.firm().house()),
                                day.client().tokens(day.resident(), order).getFirst(),
                                "n1")
                        .path("outcome")
                        .asString())
                .isEqualTo("REDEEMED");
        day.client().order(day.resident(), order, "SETTLED");
        assertThat(audit.run()).isEqualTo(before);
    }

    @Test
    void nobodyHomeIsSaidByThePlannedTimeAndNotByTheWindow() throws IOException {
        var order = new OrderId(day.paid(NINE));
        var item = day.client().order(day.resident(), order.value()).body().at("/items/0");
        var atDoor = OffsetDateTime.parse(item.at("/site/atDoor").asString()).toInstant();
        clock.set(atDoor.plus(GRACE).minusSeconds(1));
        assertThat(reason(noShows.nobodyHome(staff(), order))).isEqualTo(CheckoutReason.NOT_MISSED_YET);
        clock.set(atDoor.plus(GRACE));
        assertThat(clock.instant()).as("within the window").isBefore(NINE.plus(Duration.ofHours(2)));
        assertThat(noShows.nobodyHome(staff(), order)).isInstanceOf(Outcome.Done.class);
        var settled =
                day.client().order(day.resident(), order.value(), "REFUNDED").body();
        assertThat(settled.at("/money/refunded/minor").asLong()).isEqualTo(8_000);
        assertThat(audit.run()).isEqualTo(before);
    }

    @Test
    void anOrderByTelephoneHasItsAddressAndIsDoneAtTheDoor() {
        var wish = new HoldOrder(
                new OfferId(day.cleaning()),
                NINE,
                null,
                1,
                new Site(CleaningDay.ADDRESS, new Point(30.28, 119.72)),
                Map.of());
        var nowhere = new HoldOrder(new OfferId(day.cleaning()), NINE, null, 1, null, Map.of());
        var place = day.firm().house().place();
        assertThat(staffOrders.take(staff(), new StaffOrder(place, nowhere, "", "", Pays.SHOP), "k0"))
                .isInstanceOf(Outcome.Refused.class);
        var taken = done(staffOrders.take(staff(), new StaffOrder(place, wish, "Frau Müller", "", Pays.SHOP), "k1"))
                .order();
        assertThat(taken.first().site()).isEqualTo(wish.site());
        assertThat(sites.of(new PersonId(day.resident().id()), 5))
                .as("of another")
                .isEmpty();
        done(staffOrders.had(staff(), taken.id()));
        assertThat(orders.get(taken.id()).state()).isEqualTo(OrderState.SETTLED);
        assertThat(audit.run()).isEqualTo(before);
    }

    @Test
    void anotherWindowIsAtTheSameDoor() throws IOException {
        var order = day.paid(NINE);
        var later = NINE.plus(Duration.ofHours(5));
        var moved = day.client()
                .post(day.resident(), "/api/orders/" + order + "/move", "m1", Map.of("slotStart", later.toString()));
        assertThat(moved.status()).as(moved.body().toString()).isEqualTo(200);
        assertThat(moved.body().at("/items/0/site/address").asString()).isEqualTo(CleaningDay.ADDRESS);
        assertThat(OffsetDateTime.parse(moved.body().at("/items/0/site/atDoor").asString())
                        .toInstant())
                .isBetween(later, later.plus(Duration.ofHours(2)));
    }

    private List<String> slots(String near) throws IOException {
        return day
                .client()
                .get(day.resident(), "/api/offers/" + day.cleaning() + "/slots?from=2026-11-28&to=2026-11-29" + near)
                .body()
                .path("slots")
                .values()
                .stream()
                .map(slot -> slot.path("start").asString())
                .toList();
    }

    private Actor staff() {
        var house = day.firm().house();
        return new Actor(
                new PersonId(TestPeople.counterOf(house).id()),
                "Zhou",
                house.region(),
                Locale.ENGLISH,
                List.of(new Grant(
                        Role.COUNTER, house.region(), null, house.place().value())));
    }

    private static Object reason(Outcome<?> outcome) {
        return outcome instanceof Outcome.Refused<?>(var refusal) ? refusal.reason() : "done";
    }

    private static <T> T done(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(var value) -> value;
            case Outcome.Refused<T>(var refusal) -> throw new AssertionError(refusal);
        };
    }
}
