package org.townloop.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.townloop.TestTown;

/**
 * The process dies anywhere between the decision that too few bought at a deal and the last of their money back, as by
 * kill -9, and is started again: each has all of it back once, and everybody is told once.
 */
class DealCrashTests {

    /** In the decision, between it and the refunds, in them, and on the way to the gateway and back. */
    private static final List<String> STEPS = List.of(
            "Standings.end:after",
            "DealRows.become:after",
            "CallOffs.note:after",
            "DealTeller.accept:after",
            "CallOffs.done:after",
            "Orders.become:after",
            "Ledger.refund:after",
            "Gateways.refund:before",
            "Gateways.refund:after");

    @Test
    void whereverItDiesWhoeverHasPaidGetsAllOfItBackOnce() throws IOException {
        var database = TestTown.fresh();
        try (var town = new ChildTown(database, false)) {
            town.start();
            for (var step : STEPS) {
                var walk = new ClassWalk(town, database, ClassWalk.Needy.THE_DEAL);
                town.arm(step);
                walk.dieOfTheDeadline();
                town.restart();
                walk.requireAllOfItBackOnce();
                assertThat(town.audit()).as("audit after %s", step).isEqualTo("[]");
            }
        }
    }

    /** The control: without transactions a deal is called off of which nobody ever hears, and nobody has money back. */
    @Test
    void withoutTransactionsItIsCalledOffAndNobodyHearsOfIt() throws IOException {
        var database = TestTown.fresh();
        try (var town = new ChildTown(database, true)) {
            town.start();
            var walk = new ClassWalk(town, database, ClassWalk.Needy.THE_DEAL);
            town.arm("DealRows.become:after");
            walk.dieOfTheDeadline();
            assertThat(walk.isCalledOffUnheardOf()).isTrue();
        }
    }
}
