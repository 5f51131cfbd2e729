package org.townloop.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.townloop.TestTown;

/**
 * The process dies while a session for which too few have booked is called off, as by kill -9, and is started again:
 * whoever has paid gets all of it back once, and everybody is told once.
 */
class SessionCrashTests {

    /** In the decision, between it and its refunds, in them, and on the way to the gateway and back. */
    private static final List<String> STEPS = List.of(
            "Gatherings.become:after",
            "CallOffs.note:after",
            "SessionTeller.accept:after",
            "CallOffs.done:after",
            "Gateways.refund:before",
            "Gateways.refund:after");

    @Test
    void whereverItDiesWhoeverHasPaidGetsAllOfItBackOnce() throws IOException {
        var database = TestTown.fresh();
        try (var town = new ChildTown(database, false)) {
            town.start();
            for (var step : STEPS) {
                var walk = new ClassWalk(town, database, ClassWalk.Needy.THE_CLASS);
                town.arm(step);
                walk.dieOfTheDeadline();
                town.restart();
                walk.requireAllOfItBackOnce();
                assertThat(town.audit()).as("audit after %s", step).isEqualTo("[]");
            }
        }
    }

    /** The control: without transactions a session is called off of which the merchant is never told. */
    @Test
    void withoutTransactionsItIsCalledOffAndNobodyHearsOfIt() throws IOException {
        var database = TestTown.fresh();
        try (var town = new ChildTown(database, true)) {
            town.start();
            var walk = new ClassWalk(town, database, ClassWalk.Needy.THE_CLASS);
            town.arm("Gatherings.become:after");
            walk.dieOfTheDeadline();
            assertThat(walk.isCalledOffUnheardOf()).isTrue();
        }
    }
}
