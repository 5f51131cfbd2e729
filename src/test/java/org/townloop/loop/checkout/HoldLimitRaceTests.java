package org.townloop.loop.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.townloop.Race;
import org.townloop.Rounds;
import org.townloop.TestClock;
import org.townloop.TestPeople;
import org.townloop.TownTest;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Turns;
import org.townloop.loop.ordering.HoldCounts;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.Pays;
import org.townloop.supply.TestSalon;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Offers;

/** Nobody empties a shop's day by holds that they do not pay, however many they ask for at one time. */
@TownTest
class HoldLimitRaceTests {

    private static final Instant SATURDAY = Instant.parse("2026-11-27T16:00:00Z");
    private static final int RIVALS = 8;
    private static final int MOST_HERE = 3;

    @Autowired
    Offers offers;

    @Autowired
    HoldCounts holdCounts;

    @Autowired
    Holds holds;

    @Autowired
    Turns turns;

    @Autowired
    Atomically atomically;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    private TestSalon house;
    private PersonId person;
    private Offer menu;

    @BeforeEach
    void aDayOfForty() {
        clock.set(TestClock.START);
        house = TestSalon.with(1, 0).asRestaurant();
        person = new PersonId(TestPeople.resident(house.region()).id());
        menu = done(offers.write(house.setMenu(40)));
    }

    @Rounds
    void ofManyHoldsAtOnceOnePersonKeepsNoMoreThanTheyMay() {
        assertThat(held(turns)).isEqualTo(MOST_HERE);
    }

    @Test
    void withoutTheTurnTheTestSeesTooManyHeld() {
        var all = new CountDownLatch(RIVALS);
        assertThat(held(new Turns(jdbc) {
                    @Override
                    public void take(String kind, UUID whose) {
                        all.countDown();
                        try {
                            all.await(10, TimeUnit.SECONDS);
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                    }
                }))
                .isGreaterThan(MOST_HERE);
    }

    @Rounds
    void whatIsKeptAtOnePlaceIsCountedInUnitsToo() {
        var limits = new HoldLimits(holdCounts, turns, clock, 10, MOST_HERE);
        assertThat(hold(limits, 15)).isTrue();
        assertThat(hold(limits, 6)).isFalse();
        assertThat(hold(limits, 5)).isTrue();
    }

    private int held(Turns taken) {
        var limits = new HoldLimits(holdCounts, taken, clock, 10, MOST_HERE);
        var got = new AtomicInteger();
        Race.of(RIVALS, hand -> hold(limits, 1) ? got.incrementAndGet() : 0);
        return got.get();
    }

    private boolean hold(HoldLimits limits, int units) {
        Outcome<Order> held = atomically.run(() -> {
            var tooMany = limits.check(person, Map.of(house.place(), units));
            if (tooMany.isPresent()) {
                return Outcome.refused(tooMany.get());
            }
            var buyer = new Buyer(person, Pays.ESCROW, Duration.ofMinutes(10), false);
            return holds.hold(buyer, new HoldOrder(menu.id(), SATURDAY, units, Map.of("main", "fish")), SATURDAY);
        });
        return held instanceof Outcome.Done<?>;
    }

    private static <T> T done(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(var value) -> value;
            case Outcome.Refused<T>(var refusal) -> throw new AssertionError(refusal);
        };
    }
}
