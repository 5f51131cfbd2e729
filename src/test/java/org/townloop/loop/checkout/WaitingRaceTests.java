package org.townloop.loop.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.townloop.Race;
import org.townloop.Rounds;
import org.townloop.TestTown;
import org.townloop.TownTest;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.Turns;
import org.townloop.base.notice.Notices;
import org.townloop.base.region.Regions;
import org.townloop.loop.ordering.UnlockedWaits;
import org.townloop.supply.booking.Availability;
import org.townloop.supply.merchant.Places;

/**
 * Several processes look for the same wish at once. The turn of the place with the lock on the wish, and the guard of the
 * statement that offers, see to it that one order is held for it; with both switched off, these tests must see two.
 */
@TownTest
class WaitingRaceTests extends FullClass {

    private static final int PROCESSES = 6;

    @Rounds
    void oneOrderIsHeldForOneWish() throws IOException {
        assertThat(heldBy(new CountDownLatch(0), true, true)).isOne();
    }

    @Test
    void withoutTheLockTheGuardAloneHoldsOne() throws IOException {
        assertThat(heldBy(new CountDownLatch(PROCESSES), false, true)).isOne();
    }

    @Test
    void withoutTheGuardTheLockAloneHoldsOne() throws IOException {
        assertThat(heldBy(new CountDownLatch(0), true, false)).isOne();
    }

    @Test
    void withoutBothTheTestSeesThatTwoAreHeld() throws IOException {
        assertThat(heldBy(new CountDownLatch(PROCESSES), false, false)).isGreaterThan(1);
    }

    /** Two seats are free, and one waits for one: how many are held for them. */
    private int heldBy(CountDownLatch read, boolean locked, boolean guarded) throws IOException {
        var held = new int[1];
        BeforeTheJobs.run(town, () -> {
            var waits = joined();
            calledOff(0);
            calledOff(1);
            var others = others(read, locked, guarded);
            Race.of(PROCESSES, process -> others.offerDue(100));
            held[0] = TestTown.jdbc()
                    .sql("select count(*)::int from ordering.orders where resident_id = ? and state = 'HELD'")
                    .param(waits.who().id())
                    .query(Integer.class)
                    .single();
        });
        return held[0];
    }

    private FreedSlots others(CountDownLatch read, boolean locked, boolean guarded) {
        var jdbc = town.getBean(JdbcClient.class);
        var turns = new Turns(jdbc) {
            @Override
            public void take(String kind, UUID whose) {
                if (locked) {
                    super.take(kind, whose);
                }
            }
        };
        return new FreedSlots(
                UnlockedWaits.of(jdbc, read, locked, guarded),
                offers,
                town.getBean(Places.class),
                town.getBean(Availability.class),
                town.getBean(Holds.class),
                town.getBean(Notices.class),
                town.getBean(Regions.class),
                turns,
                town.getBean(Atomically.class),
                town.getBean(Clock.class),
                30);
    }
}
