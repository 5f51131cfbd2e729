package org.townloop.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.townloop.TestTown;

/** The process dies while disputes go on by the clock, as by kill -9, and is started again: each goes on once. */
class DisputeCrashTests {

    @Test
    void whereverItDiesEachDisputeGoesOnOnce() throws IOException {
        var database = TestTown.fresh();
        try (var town = new ChildTown(database, false)) {
            town.start();
            dies(town, new DisputeWalk(town, database), "Progress.referred:before", "REFERRED");
            dies(town, new DisputeWalk(town, database), "Progress.referred:after", "REFERRED");
            dies(town, new DisputeWalk(town, database).answered(), "Progress.referred:after", "REFERRED");
            dies(town, new DisputeWalk(town, database).decided(), "Progress.become:after", "FINAL");
        }
    }

    private static void dies(ChildTown town, DisputeWalk walk, String step, String next) throws IOException {
        town.arm(step);
        walk.dieOfTheDeadline();
        town.restart();
        walk.requireMovedOnOnceTo(next);
        assertThat(town.audit()).as("audit after %s", step).isEqualTo("[]");
    }

    /** The control: without transactions it lies with an operator, and neither of the two ever hears of that. */
    @Test
    void withoutTransactionsItGoesOnAndNobodyHearsOfIt() throws IOException {
        var database = TestTown.fresh();
        try (var town = new ChildTown(database, true)) {
            town.start();
            var walk = new DisputeWalk(town, database);
            town.arm("Progress.referred:after");
            walk.dieOfTheDeadline();
            assertThat(walk.isReferredUnheardOf()).isTrue();
        }
    }
}
