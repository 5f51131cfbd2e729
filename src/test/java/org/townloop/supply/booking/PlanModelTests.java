package org.townloop.supply.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.townloop.TestClock;
import org.townloop.TestTown;
import org.townloop.base.kernel.Atomically;
import org.townloop.supply.SupplyTest;
import org.townloop.supply.TestSalon;
import org.townloop.supply.merchant.StaffId;
import org.townloop.supply.offer.NewOffer;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Offers;

/** Salons as chance will have them: what is shown, against somebody slow who tries everything, and against the calendar. */
@SupplyTest
class PlanModelTests {

    private static final Instant CLOCKS_BACK = Instant.parse("2026-10-31T04:00:00Z");

    private final Combinations combinations;
    private final Offers offers;
    private final Counter counter;
    private final PlanOracle oracle;
    private final TestClock clock;

    PlanModelTests(
            Combinations combinations, Offers offers, Bookings bookings, Atomically atomically, TestClock clock) {
        this.combinations = combinations;
        this.offers = offers;
        this.counter = new Counter(bookings, atomically, clock);
        this.oracle = new PlanOracle(clock);
        this.clock = clock;
    }

    /** The starts that are shown, and how soon all is over, are those of somebody slow; and each of them is held. */
    @Test
    void whatSomebodySlowFindsIsShownAndWhatIsShownIsHeld() {
        var shown = 0;
        for (int seed = 1; seed <= 12; seed++) {
            shown += shownAndHeld(seed);
        }
        assertThat(shown).as("plans of all seeds").isGreaterThan(150);
    }

    private int shownAndHeld(int seed) {
        var random = new Random(seed);
        clock.set(seed % 4 == 0 ? CLOCKS_BACK : TestClock.START);
        var region = seed % 4 == 0 ? TestSalon.NEW_YORK : TestSalon.SHANGHAI;
        var salon = RandomSalon.in(region, random, clock.instant());
        if (seed % 4 == 0) {
            worksAsThePlaceOpens(salon);
        }
        var sold = new ArrayList<Offer>();
        for (int i = 0; i < 5; i++) {
            sold.add(Counter.offered(offers, combinable(salon, random)));
        }
        RandomSalon.fill(salon, sold, counter, random, clock.instant());
        var today = LocalDate.ofInstant(clock.instant(), SlotOracle.zoneOf(sold.getFirst()));
        var shown = 0;
        for (int round = 0; round < 3; round++) {
            Collections.shuffle(sold, random);
            var wanted = new Combination(sold.subList(0, 2 + random.nextInt(2)), random.nextBoolean());
            for (int day = 0; day < 3; day++) {
                var plans = combinations.plans(wanted, today.plusDays(day));
                assertThat(ends(plans))
                        .as("seed %s, round %s, day %s", seed, round, day)
                        .isEqualTo(oracle.soonestEnds(wanted, today.plusDays(day)));
                shown += plans.size();
                for (int i = 0; i < 3 && !plans.isEmpty(); i++) {
                    isHeldAsShown(salon, plans.get(random.nextInt(plans.size())));
                }
            }
        }
        return shown;
    }

    /** Whoever comes at twenty past one, in an hour that comes twice, stays in it: the slow one sends them away again. */
    private static void worksAsThePlaceOpens(TestSalon salon) {
        TestTown.jdbc()
                .sql("delete from merchant.staff_hours where staff_id = any (?)")
                .param(salon.staff().stream().map(StaffId::value).toArray(UUID[]::new))
                .update();
    }

    /** By the very people that were named; then let go of. */
    private void isHeldAsShown(TestSalon salon, Plan plan) {
        var orders = Stream.generate(salon::order).limit(plan.pieces().size()).toList();
        var claims = Counter.done(counter.hold(Combined.requests(counter, plan, orders)));
        for (int i = 0; i < orders.size(); i++) {
            var order = orders.get(i);
            assertThat(claims.stream()
                            .filter(claim -> claim.order().equals(order) && claim.kind() == Claimed.Kind.STAFF)
                            .map(claim -> new StaffId(claim.subject())))
                    .containsExactlyElementsOf(plan.pieces().get(i).staff());
        }
        orders.forEach(counter::release);
    }

    private static Map<Instant, Instant> ends(List<Plan> plans) {
        var ends = new TreeMap<Instant, Instant>();
        plans.forEach(plan -> ends.put(plan.start(), plan.end()));
        return ends;
    }

    private static NewOffer combinable(TestSalon salon, Random random) {
        var some = RandomSalon.offer(salon, random);
        return Combined.had(
                Counter.changed(
                        some,
                        Duration.ofMinutes(10 + 5L * random.nextInt(16)),
                        some.bufferBefore(),
                        some.bufferAfter(),
                        some.staff()),
                random.nextInt(3) == 0 ? null : "chair",
                random.nextInt(3) == 0);
    }
}
