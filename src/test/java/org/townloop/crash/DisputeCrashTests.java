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
        walk.dieOfTheDeadline(town);
        town.restart();
        walk.requireMovedOnOnceTo(next);
        assertThat(town.audit()).as("audit after %s", step).isEqualTo("[]");
    }
}
