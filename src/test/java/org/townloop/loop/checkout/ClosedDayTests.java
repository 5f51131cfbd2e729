package org.townloop.loop.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
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
import org.townloop.TestPeople;
import org.townloop.TownTest;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.Grant;
import org.townloop.base.identity.PersonId;
import org.townloop.base.identity.Role;
import org.townloop.base.kernel.Outcome;
import org.townloop.loop.ledger.Broken;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.ordering.Orders;
import org.townloop.supply.TestSalon;
import org.townloop.supply.merchant.DayException;
import org.townloop.supply.merchant.Engagements;
import org.townloop.supply.merchant.Timetables;
import org.townloop.supply.offer.NewOffer;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.OfferId;
import org.townloop.supply.offer.Offers;
import org.townloop.supply.offer.WalkIn;

/** The merchant closes what was sold: the orders are named, and nobody pays for a day that did not take place. */
@TownTest
class ClosedDayTests {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Instant SATURDAY = Instant.parse("2026-11-27T16:00:00Z");
    private static final Instant THREE = Instant.parse("2026-11-28T07:00:00Z");
    private static final LocalDate CLOSED = LocalDate.ofInstant(SATURDAY, ZONE);
    private static final long PRICE = 6_800;

    @LocalServerPort
    int port;

    @Autowired
    Offers offers;

    @Autowired
    Timetables timetables;

    @Autowired
    Checkouts checkouts;

    @Autowired
    Orders orders;

    @Autowired
    Audit audit;

    @Autowired
    NoShows noShows;

    @Autowired
    TestClock clock;

    private List<Broken> before;
    private LoopClient client;
    private TestSalon salon;
    private TestPeople resident;
    private UUID menu;

    @BeforeEach
    void open() {
        clock.set(TestClock.START);
        before = audit.run();
        client = new LoopClient(port);
        salon = TestSalon.with(1, 0).asRestaurant();
        resident = TestPeople.resident(salon.region());
        menu = offer(salon.setMenu(10));
    }

    @Test
    void closingASoldDayNamesItsOrdersAndTheMissedMealGoesBackInFull() throws IOException {
        var order = paid(menu, SATURDAY, 4);
        close(CLOSED);
        assertThat(timetables.outside(salon.place()))
                .extracting(Engagements.Engagement::order)
                .containsExactly(order);
        settleAt(SATURDAY.plus(Duration.ofHours(24 + 12)));
        isRefunded(order, 4 * PRICE);
    }

    @Test
    void whoCancelsAnOrderOfAClosedDayGetsAllBackHoweverLate() throws IOException {
        var order = paid(menu, SATURDAY, 4);
        close(CLOSED);
        clock.set(SATURDAY.plus(Duration.ofHours(15)));
        assertThat(client.cancel(resident, order, "c1").status()).isEqualTo(200);
        isRefunded(order, 4 * PRICE);
    }

    @Test
    void aDayThatTheOfferIsBlockedOnIsAClosedOne() throws IOException {
        var order = paid(menu, SATURDAY, 4);
        block(Set.of(CLOSED));
        assertThat(timetables.outside(salon.place()))
                .extracting(Engagements.Engagement::order)
                .containsExactly(order);
        settleAt(SATURDAY.plus(Duration.ofHours(24 + 12)));
        isRefunded(order, 4 * PRICE);
    }

    @Test
    void whoOpensAgainBeforeTheDayKeepsWhatWasAgreed() throws IOException {
        var order = paid(menu, SATURDAY, 4);
        close(CLOSED);
        timetables.removeException(merchant(), salon.place(), CLOSED);
        assertThat(timetables.outside(salon.place())).isEmpty();
        settleAt(SATURDAY.plus(Duration.ofHours(24 + 12)));
        isRefunded(order, 4 * PRICE * 70 / 100);
    }

    @Test
    void whatIsSaidOfADayThatIsOverChangesNothing() throws IOException {
        var missed = paid(menu, SATURDAY, 1);
        clock.set(SATURDAY.plus(Duration.ofHours(30)));
        block(Set.of(CLOSED));
        settleAt(SATURDAY.plus(Duration.ofHours(24 + 12)));
        isRefunded(missed, PRICE * 70 / 100);
    }

    @Test
    void anAppointmentOnAClosedDayGoesBackInFullToo() throws IOException {
        salon = TestSalon.with(1, 1);
        var order = paid(offer(salon.haircut()), THREE, 1);
        close(CLOSED);
        settleAt(THREE.plus(Duration.ofMinutes(15)).plus(Duration.ofDays(1)));
        isRefunded(order, 12_800);
    }

    @Test
    void whatWasUsedInPartIsNotOfferedToBeCancelled() throws IOException {
        var order = paid(menu, SATURDAY, 4);
        assertThat(client.order(resident, order).body().path("cancellable").asBoolean())
                .isTrue();
        clock.set(SATURDAY.plus(Duration.ofHours(12)));
        client.redeem(
                TestPeople.counterOf(salon), client.tokens(resident, order).getFirst(), "n1");
        assertThat(checkouts.cancelQuote(orders.get(new OrderId(order)))).isEmpty();
        assertThat(client.order(resident, order).body().path("cancellable").asBoolean(true))
                .isFalse();
        assertThat(client.cancel(resident, order, "c1").text("type")).endsWith("already-used");
    }

    private void close(LocalDate day) {
        assertThat(timetables.setException(merchant(), salon.place(), new DayException(day, null, null)))
                .isInstanceOf(Outcome.Done.class);
    }

    private void block(Set<LocalDate> days) {
        var next = salon.setMenu(new WalkIn(10, 1, null, days));
        offer(new NewOffer(
                new OfferId(menu),
                next.place(),
                next.pack(),
                next.title(),
                next.description(),
                next.price(),
                next.duration(),
                next.bufferBefore(),
                next.bufferAfter(),
                next.resourceKind(),
                next.attributes(),
                next.staff(),
                next.mode(),
                next.arrangement(),
                next.menu(),
                next.active()));
    }

    private void isRefunded(UUID order, long minor) throws IOException {
        var settled = client.order(resident, order, "REFUNDED").body();
        assertThat(settled.at("/money/refunded/minor").asLong()).isEqualTo(minor);
        assertThat(audit.run()).isEqualTo(before);
    }

    private void settleAt(Instant moment) {
        clock.set(moment);
        noShows.settleDue(1_000);
    }

    private UUID paid(UUID offer, Instant start, int quantity) throws IOException {
        var order = client.post(
                resident,
                "/api/orders",
                UUID.randomUUID().toString(),
                Map.of(
                        "offerId",
                        offer,
                        "slotStart",
                        start.toString(),
                        "quantity",
                        quantity,
                        "answers",
                        Map.of("main", "fish")));
        assertThat(order.status()).as(order.body().toString()).isEqualTo(201);
        var payment = client.pay(resident, order.id(), UUID.randomUUID().toString());
        client.press(payment.text("redirectUrl"), "succeed");
        client.order(resident, order.id(), "PAID");
        return order.id();
    }

    private Actor merchant() {
        return new Actor(
                new PersonId(TestPeople.merchantOf(salon).id()),
                "Lin",
                salon.region(),
                Locale.ENGLISH,
                List.of(new Grant(
                        Role.MERCHANT, salon.region(), salon.merchant().value(), null)));
    }

    private UUID offer(NewOffer offer) {
        return switch (offers.write(offer)) {
            case Outcome.Done<Offer>(var written) -> written.id().value();
            case Outcome.Refused<Offer>(var refusal) -> throw new AssertionError(refusal);
        };
    }
}
