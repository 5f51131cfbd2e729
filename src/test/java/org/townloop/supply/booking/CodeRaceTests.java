package org.townloop.supply.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.townloop.Race;
import org.townloop.Rounds;
import org.townloop.TestClock;
import org.townloop.TestTown;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.Outcome;
import org.townloop.supply.SupplyTest;
import org.townloop.supply.TestOffers;
import org.townloop.supply.TestSalon;
import org.townloop.supply.offer.Deliverables;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Offers;
import org.townloop.supply.offer.Online;

/**
 * No code is sold twice, and none that is not there, however many buy at one time. With both defences off these tests must
 * see the oversell that they are there to see.
 */
@SupplyTest
class CodeRaceTests {

    private static final String CONSTRAINT = "never_more_than_the_lot";

    private final Bookings bookings;
    private final CodeStock stock;
    private final Deliverables deliverables;
    private final ApplicationContext town;
    private final Atomically atomically;
    private final Offers offers;
    private final TestClock clock;
    private final JdbcTemplate owner = new JdbcTemplate(TestTown.owner());
    private final TestSalon seller = TestSalon.with(0, 0).hours("");

    CodeRaceTests(
            Bookings bookings,
            CodeStock stock,
            Deliverables deliverables,
            ApplicationContext town,
            Atomically atomically,
            Offers offers,
            TestClock clock) {
        this.bookings = bookings;
        this.stock = stock;
        this.deliverables = deliverables;
        this.town = town;
        this.atomically = atomically;
        this.offers = offers;
        this.clock = clock;
    }

    @BeforeEach
    void thursdayMorning() {
        clock.set(TestClock.START);
        owner.update(
                "update merchant.place set trade = 'online-only' where id = ?",
                seller.place().value());
    }

    @AfterEach
    void theConstraintIsBack() {
        owner.execute("delete from booking.lot_claim where region_id >= 999000");
        owner.execute("delete from booking.lot where region_id >= 999000");
        owner.execute("alter table booking.lot drop constraint if exists " + CONSTRAINT);
        owner.execute("alter table booking.lot add constraint " + CONSTRAINT + " check (taken <= capacity)");
    }

    @Rounds
    void ofTwoHundredBuyersOfTenCodesExactlyTenGetOne() {
        var keys = keys(10);
        assertThat(buyers(keys, bookings)).isEqualTo(10);
        assertThat(taken()).isEqualTo(10);
        assertThat(stock.left(keys)).isZero();
    }

    @Test
    void withoutTheConstraintTheLockAloneNeverOversells() {
        owner.execute("alter table booking.lot drop constraint " + CONSTRAINT);
        assertThat(buyers(keys(10), bookings)).isEqualTo(10);
    }

    @Test
    void withoutTheLockTheConstraintAloneNeverOversells() {
        assertThat(buyers(keys(10), UnlockedLots.of(town, new CountDownLatch(12))))
                .isBetween(1L, 10L);
        assertThat(taken()).isBetween(1, 10);
    }

    @Test
    void withoutBothDefencesTheTestSeesTheOversell() {
        owner.execute("alter table booking.lot drop constraint " + CONSTRAINT);
        var keys = keys(10);
        assertThatThrownBy(() -> assertThat(buyers(keys, UnlockedLots.of(town, new CountDownLatch(12))))
                        .isEqualTo(10))
                .isInstanceOf(AssertionError.class);
        assertThat(taken()).isGreaterThan(10);
    }

    @Rounds
    void aHoldThatRunsOutGivesItsCodeBack() {
        var keys = keys(1);
        var counter = new Counter(bookings, atomically, clock);
        assertThat(counter.hold(seller.order(), keys, clock.instant(), 1)).isInstanceOf(Outcome.Done.class);
        assertThat(counter.hold(seller.order(), keys, clock.instant(), 1)).isInstanceOf(Outcome.Refused.class);
        clock.move(Duration.ofMinutes(11));
        assertThat(counter.hold(seller.order(), keys, clock.instant(), 1)).isInstanceOf(Outcome.Done.class);
    }

    @Rounds
    void whoeverIsServedAtOnceGetsAnotherCode() {
        var keys = keys(40);
        Race.of(
                20,
                hand -> atomically.run(() -> {
                    deliverables.give(keys.id(), seller.order(), 1, 2);
                    return Outcome.done(hand);
                }));
        assertThat(owner.queryForList(
                        "select count(*) from offer.code where offer_id = ? group by order_id",
                        Integer.class,
                        keys.id().value()))
                .hasSize(20)
                .containsOnly(2);
    }

    @Rounds
    void onlyWhatNobodyHoldsIsTakenOutOfSale() {
        var keys = keys(5);
        var counter = new Counter(bookings, atomically, clock);
        assertThat(counter.hold(seller.order(), keys, clock.instant(), 2)).isInstanceOf(Outcome.Done.class);
        assertThat(stock.withdrawUnsold(keys)).hasSize(3);
        assertThat(stock.left(keys)).isZero();
        UUID buyer = seller.order();
        atomically.run(() -> {
            deliverables.give(keys.id(), buyer, 1, 2);
            return Outcome.done(buyer);
        });
        assertThat(deliverables.codes(buyer, 1)).containsExactly("KEY-1", "KEY-2");
    }

    private Offer keys(int count) {
        var keys = Counter.offered(offers, TestOffers.online(seller, Online.Gives.CODE));
        IntStream.rangeClosed(1, count)
                .forEach(number -> owner.update(
                        "insert into offer.code (region_id, offer_id, code, added_at) values (?, ?, ?, now())",
                        keys.region().number(),
                        keys.id().value(),
                        "KEY-" + number));
        return keys;
    }

    private long buyers(Offer keys, Bookings through) {
        var counter = new Counter(through, atomically, clock);
        return Race.of(200, hand -> counter.hold(seller.order(), keys, clock.instant(), 1) instanceof Outcome.Done)
                .stream()
                .filter(got -> got)
                .count();
    }

    private int taken() {
        var taken = owner.queryForObject(
                "select coalesce(sum(units), 0)::int from booking.lot_claim where place_id = ?",
                Integer.class,
                seller.place().value());
        return taken == null ? 0 : taken;
    }
}
