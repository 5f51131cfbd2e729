package org.townloop.supply.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.townloop.Race;
import org.townloop.Rounds;
import org.townloop.TestClock;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.region.Calendars;
import org.townloop.base.region.Regions;
import org.townloop.supply.SupplyTest;
import org.townloop.supply.TestSalon;
import org.townloop.supply.merchant.PlaceChanged;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.merchant.Places;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Offers;

/**
 * A place closes while many hold there: whoever holds after it is refused, whoever held before is noted as closed. Rosters in
 * memory must not come between; without the version that they are read beside they do, and the tests must see it.
 */
@SupplyTest
class RosterRaceTests {

    private static final Instant THREE = Instant.parse("2026-11-28T07:00:00Z");
    private static final int HANDS = 24;

    private final Bookings bookings;
    private final Closures closures;
    private final ApplicationContext town;
    private final Atomically atomically;
    private final Offers offers;
    private final TestClock clock;

    RosterRaceTests(
            Bookings bookings,
            Closures closures,
            ApplicationContext town,
            Atomically atomically,
            Offers offers,
            TestClock clock) {
        this.bookings = bookings;
        this.closures = closures;
        this.town = town;
        this.atomically = atomically;
        this.offers = offers;
        this.clock = clock;
    }

    @BeforeEach
    void thursdayMorning() {
        clock.set(TestClock.START);
    }

    @Rounds
    void nobodyHoldsWhatIsClosedWithoutBeingTold() {
        assertThat(untold(new Counter(bookings, atomically, clock))).isEmpty();
    }

    @Rounds
    void combinedByTwoProcessesOfWhichOneHasNotHeardOfIt() {
        var other = OtherBookings.of(town).with(rosters(town)).bookings();
        var processes = List.of(new CombinedProcesses(bookings, atomically), new CombinedProcesses(other, atomically));
        var turn = new AtomicInteger();
        assertThat(untold(new Counter(
                        bookings,
                        atomically,
                        clock,
                        requests -> processes.get(turn.getAndIncrement() % 2).hold(requests))))
                .isEmpty();
    }

    @Test
    void withoutTheVersionTheTestSeesThoseWhoHoldWhatIsClosed() {
        assertThat(untold(new Counter(deaf(), atomically, clock))).isNotEmpty();
    }

    /** Those who hold something of the closed day and were not noted. */
    private List<UUID> untold(Counter counter) {
        var salon = TestSalon.with(HANDS * 2, HANDS * 2);
        var haircut = Counter.offered(offers, salon.haircut());
        hold(counter, salon.order(), haircut);
        var holding = new ConcurrentHashMap<UUID, Boolean>();
        Race.of(Stream.concat(
                Stream.of(() -> closeSaturday(salon)),
                Stream.<Runnable>generate(() -> () -> {
                            var order = salon.order();
                            holding.put(order, hold(counter, order, haircut));
                        })
                        .limit(HANDS)));
        var late = salon.order();
        holding.put(late, hold(counter, late, haircut));
        return holding.keySet().stream()
                .filter(holding::get)
                .filter(order -> !closures.isClosed(order))
                .toList();
    }

    private static boolean hold(Counter counter, UUID order, Offer haircut) {
        return counter.hold(order, haircut, THREE, 1) instanceof Outcome.Done;
    }

    /** As the desk does it: who is booked then is looked for in the same transaction. */
    private void closeSaturday(TestSalon salon) {
        Counter.done(atomically.run(() -> {
            salon.closedOn("2026-11-28");
            town.publishEvent(new PlaceChanged(salon.place().value()));
            return Outcome.done(salon);
        }));
    }

    /** Rosters in memory that nobody asks whether they still are. */
    private Bookings deaf() {
        return OtherBookings.of(town)
                .with(
                        new Rosters(
                                town.getBean(RosterReader.class),
                                town.getBean(Places.class),
                                town.getBean(Regions.class),
                                town.getBean(Calendars.class),
                                town.getBean(Absences.class)) {
                            @Override
                            Map<PlaceId, Long> versions(Collection<PlaceId> ids) {
                                return ids.stream().collect(Collectors.toMap(id -> id, id -> 1L, (one, same) -> one));
                            }
                        })
                .bookings();
    }

    /** Those of another process. */
    private static Rosters rosters(ApplicationContext town) {
        return new Rosters(
                town.getBean(RosterReader.class),
                town.getBean(Places.class),
                town.getBean(Regions.class),
                town.getBean(Calendars.class),
                town.getBean(Absences.class));
    }
}
