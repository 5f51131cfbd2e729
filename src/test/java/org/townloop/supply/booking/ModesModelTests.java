package org.townloop.supply.booking;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ApplicationContext;
import org.townloop.TestClock;
import org.townloop.TestTown;
import org.townloop.supply.SupplyTest;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.offer.Deliverables;
import org.townloop.supply.pack.Packs;

/**
 * Random holds of one thing and of baskets of two, payments, late payments, moves, cancellations, expiries and closed days over a salon, a school, a restaurant
 * and a hotel, against a model that is slow and plain. Whatever seed fails is printed, and run again by its number.
 */
@SupplyTest
class ModesModelTests {

    private final ApplicationContext town;
    private final Bookings bookings;
    private final Packs packs;
    private final TestClock clock;

    ModesModelTests(ApplicationContext town, Bookings bookings, Packs packs, TestClock clock) {
        this.town = town;
        this.bookings = bookings;
        this.packs = packs;
        this.clock = clock;
    }

    @BeforeEach
    void thursdayMorning() {
        clock.set(TestClock.START);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 0})
    void theTownDoesAsThePlainModelSays(long given) {
        var seed = given == 0 ? Long.getLong("seed", System.nanoTime()) : given;
        System.out.println("modes, seed " + seed);
        new ModesRun(town, seed, bookings).acts();
    }

    /** Who cancels does not give their seats and nights back: that must be seen. */
    @Test
    void aPlantedFaultIsFound() {
        var forgetful =
                new LotBookings(
                        town.getBean(LotClaims.class),
                        town.getBean(LotOrders.class),
                        town.getBean(TakenLots.class),
                        town.getBean(SessionPeople.class),
                        town.getBean(Gatherings.class),
                        packs,
                        town.getBean(Deliverables.class)) {
                    @Override
                    List<PlaceId> release(Collection<UUID> freed) {
                        return List.of();
                    }
                };
        var faulty = OtherBookings.of(town).with(forgetful).bookings();
        assertThatThrownBy(() -> new ModesRun(town, 1, faulty).acts()).isInstanceOf(AssertionError.class);
    }

    /** Of a basket only the first is asked for: what cannot be had is held by halves. */
    @Test
    void aBasketThatIsHeldByHalvesIsFound() {
        var halves = new ModesRun(town, 1, bookings, basket -> basket.subList(0, 1));
        assertThatThrownBy(halves::acts).isInstanceOf(AssertionError.class);
    }

    /** Nothing of a run is left that another test would read. */
    @AfterEach
    void nobodyIsLeft() {
        TestTown.jdbc()
                .sql("delete from booking.closed_after_sale where region_id = 999001")
                .update();
    }
}
