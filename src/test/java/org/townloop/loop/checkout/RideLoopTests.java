package org.townloop.loop.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import org.townloop.base.identity.Erasures;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Site;
import org.townloop.loop.ledger.Broken;
import org.townloop.loop.ordering.Sites;
import org.townloop.supply.TestTaxis;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Offers;

/** A ride by the API: at the fare that was shown or not at all, moved, missed, and forgotten with whoever was driven. */
@TownTest
class RideLoopTests {

    private static final Instant NINE = Instant.parse("2026-11-28T01:00:00Z");
    private static final String WAY = "&near=30.28,119.72&destination=30.31,119.74";

    @LocalServerPort
    int port;

    @Autowired
    Offers offers;

    @Autowired
    Sites sites;

    @Autowired
    Erasures erasures;

    @Autowired
    Audit audit;

    @Autowired
    TestClock clock;

    private LoopClient client;
    private TestTaxis firm;
    private UUID car;
    private TestPeople resident;
    private List<Broken> before;

    @BeforeEach
    void open() {
        clock.set(TestClock.START);
        before = audit.run();
        client = new LoopClient(port);
        firm = TestTaxis.with(2, 2);
        car = switch (offers.write(firm.ride(4, Money.of(537, "CNY")))) {
            case Outcome.Done<Offer>(var offer) -> offer.id().value();
            case Outcome.Refused<Offer>(var refusal) -> throw new AssertionError(refusal);
        };
        resident = TestPeople.resident(firm.house().region());
    }

    @Test
    void whatIsShownIsWhatIsPaidOrNothingIsHeld() throws IOException {
        var shown = fareAt("2026-11-28T09:00:00+08:00");
        var dearer = client.post(resident, "/api/orders", key(), wanted(NINE, shown - 1));
        assertThat(dearer.status()).isEqualTo(409);
        assertThat(dearer.body().path("type").asString()).endsWith("price-changed");
        assertThat(dearer.body().path("detail").asString()).contains("¥");
        var hold = client.post(resident, "/api/orders", key(), wanted(NINE, shown));
        assertThat(hold.status()).as(hold.body().toString()).isEqualTo(201);
        assertThat(hold.body().at("/total/minor").asLong()).isEqualTo(shown);
        var item = client.order(resident, hold.id()).body().at("/items/0");
        assertThat(item.at("/destination/address").asString()).isEqualTo("Station Road 1");
    }

    @Test
    void itIsPaidRedeemedAtThePickUpAndSettled() throws IOException {
        var order = paid(NINE);
        clock.set(NINE.plus(Duration.ofMinutes(10)));
        var token = client.tokens(resident, order).getFirst();
        assertThat(client.redeem(TestPeople.counterOf(firm.house()), token, "n1")
                        .path("outcome")
                        .asString())
                .isEqualTo("REDEEMED");
        client.order(resident, order, "SETTLED");
        assertThat(audit.run()).isEqualTo(before);
    }

    @Test
    void itIsMovedToAnotherStartOfTheSameWay() throws IOException {
        var order = paid(NINE);
        var moved = client.post(
                resident,
                "/api/orders/" + order + "/move",
                key(),
                Map.of("slotStart", NINE.plus(Duration.ofHours(4)).toString()));
        assertThat(moved.status()).as(moved.body().toString()).isEqualTo(200);
        assertThat(moved.body().at("/items/0/destination/address").asString()).isEqualTo("Station Road 1");
    }

    @Test
    void whoTapsTooFastGetsAllBackUnlessSomebodyHasSetOut() throws IOException {
        clock.set(NINE.minus(Duration.ofMinutes(20)));
        var tooFast = paid(NINE);
        client.cancel(resident, tooFast, "c1");
        assertThat(refunded(tooFast)).isEqualTo(total(tooFast));

        var onTheWay = paid(NINE);
        TestTown.jdbc()
                .sql("update booking.job set set_out_at = ? where order_id = ?")
                .params(Timestamp.from(clock.instant()), onTheWay)
                .update();
        client.cancel(resident, onTheWay, "c2");
        assertThat(refunded(onTheWay)).isBetween(1L, total(onTheWay) - 1);

        var later = paid(NINE);
        clock.move(Duration.ofMinutes(3));
        client.cancel(resident, later, "c3");
        assertThat(refunded(later)).isBetween(1L, total(later) - 1);
    }

    private long refunded(UUID order) throws IOException {
        return client.order(resident, order, "REFUNDED")
                .body()
                .at("/money/refunded/minor")
                .asLong();
    }

    private long total(UUID order) throws IOException {
        return client.order(resident, order).body().at("/total/minor").asLong();
    }

    @Test
    void bothEndsAreForgottenWithWhoeverWasDriven() throws IOException {
        var order = paid(NINE);
        var person = new PersonId(resident.id());
        assertThat(sites.of(person, 5))
                .extracting(Site::address)
                .containsExactlyInAnyOrder("Willow Lane 5", "Station Road 1");
        client.cancel(resident, order, "c1");
        client.order(resident, order, "REFUNDED");
        assertThat(erasures.erase(person, false)).isInstanceOf(Outcome.Done.class);
        assertThat(sites.of(person, 5)).isEmpty();
        assertThat(TestTown.jdbc()
                        .sql("select count(*)::int from booking.job where resident_id = ? and to_lat is not null")
                        .param(person.value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void whatCannotBeDrivenIsSaid() throws IOException {
        var nowhere = new HashMap<>(wanted(NINE, 0));
        nowhere.remove("destination");
        nowhere.remove("quoted");
        assertThat(refused(nowhere)).isEqualTo("destination-missing");
        var crowd = new HashMap<>(wanted(NINE, 0));
        crowd.remove("quoted");
        crowd.put("answers", Map.of("guests", "5"));
        assertThat(refused(crowd)).isEqualTo("too-many-for-vehicle");
        crowd.put("answers", Map.of());
        crowd.put("quantity", 2);
        assertThat(refused(crowd)).isEqualTo("one-ride-only");
    }

    /** Whoever asks for three in the morning is told that they are closed, and no price. */
    @Test
    void aTimeAtWhichTheyAreClosedHasNoPrice() throws IOException {
        assertThat(refused(wanted(NINE.minus(Duration.ofHours(6)), 1))).isEqualTo("not-open");
        assertThat(refused(wanted(NINE, 1))).isEqualTo("price-changed");
    }

    private String refused(Map<String, Object> wanted) throws IOException {
        var type = client.post(resident, "/api/orders", key(), wanted)
                .body()
                .path("type")
                .asString();
        return type.substring(type.lastIndexOf(':') + 1);
    }

    private UUID paid(Instant start) throws IOException {
        var wanted = new HashMap<>(wanted(start, 0));
        wanted.remove("quoted");
        var hold = client.post(resident, "/api/orders", key(), wanted);
        assertThat(hold.status()).as(hold.body().toString()).isEqualTo(201);
        var payment = client.pay(resident, hold.id(), key());
        assertThat(payment.status()).as(payment.body().toString()).isEqualTo(201);
        client.press(payment.text("redirectUrl"), "succeed");
        client.order(resident, hold.id(), "PAID");
        return hold.id();
    }

    private Map<String, Object> wanted(Instant start, long quoted) {
        return Map.of(
                "offerId",
                car,
                "slotStart",
                start.toString(),
                "site",
                Map.of("address", "Willow Lane 5", "lat", 30.28, "lon", 119.72),
                "destination",
                Map.of("address", "Station Road 1", "lat", 30.31, "lon", 119.74),
                "quoted",
                Map.of("minor", quoted, "currency", "CNY"),
                "answers",
                Map.of("guests", "2"));
    }

    private long fareAt(String start) throws IOException {
        var path = "/api/offers/" + car + "/slots?from=2026-11-28&to=2026-11-29" + WAY;
        for (var slot : client.get(resident, path).body().path("slots")) {
            if (slot.path("start").asString().equals(start)) {
                return slot.at("/price/minor").asLong();
            }
        }
        throw new AssertionError("no slot at " + start);
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
