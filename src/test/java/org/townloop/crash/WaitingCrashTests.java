package org.townloop.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.townloop.TestTown;

/**
 * The process dies between a time's becoming free and its being offered to whoever waits for it, and is started again. It
 * is offered once, with one message.
 */
class WaitingCrashTests {

    /** When it is noted, and early and late in the offer. Between two commits every point is the same to the database. */
    private static final List<String> STEPS = List.of("Waits.look:after", "Orders.insert:after", "Waits.offered:after");

    @Test
    void whereverItDiesWhoWaitsIsOfferedItOnce() throws IOException {
        var database = TestTown.fresh();
        try (var town = new ChildTown(database, false)) {
            town.start();
            for (var step : STEPS) {
                var walk = new CrashWalk(town, database);
                walk.toTheCounter();
                var waits = walk.joined();
                town.arm(step);
                walk.dieOfCallingOff();
                town.restart();
                walk.requireOneOffer(waits);
                assertThat(town.audit()).as("audit after %s", step).isEqualTo("[]");
            }
        }
    }

    /** The control: without transactions a time is held of which nobody is ever told. */
    @Test
    void withoutTransactionsItIsHeldForSomebodyWhoWaitsOn() throws IOException {
        var database = TestTown.fresh();
        try (var town = new ChildTown(database, true)) {
            town.start();
            var walk = new CrashWalk(town, database);
            walk.toTheCounter();
            var waits = walk.joined();
            town.arm("Waits.offered:before");
            walk.dieOfCallingOff();
            assertThat(walk.count("ordering.orders where resident_id = ?", waits.id()))
                    .isOne();
            assertThat(walk.count("ordering.wait where state = 'WAITING' and resident_id = ?", waits.id()))
                    .isOne();
        }
    }
}
