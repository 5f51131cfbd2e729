package org.townloop.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.townloop.TestTown;

/**
 * However often, and wherever, the town is killed while many pay and are served, each is charged once, gets one voucher and
 * is there once. How many ways are cut at least: {@code -Dkills=10000}; the same again: {@code -Dseed=}.
 */
class KilledCrowdTests {

    private static final int CROWD = 40;

    @Test
    void howeverOftenItIsKilledThereIsOneOfEach() throws Exception {
        var wanted = Integer.getInteger("kills", 8);
        var seed = Long.getLong("seed", System.nanoTime());
        System.out.println("KilledCrowdTests: seed " + seed); // to be run again, if it fails
        var random = new Random(seed);
        var database = TestTown.fresh();
        try (var town = new ChildTown(database, false)) {
            town.start();
            for (var cut = 0; cut < wanted; ) {
                cut += new KilledCrowd(town, database, Math.min(CROWD, wanted), random).walk(wanted - cut);
                System.out.println("KilledCrowdTests: " + cut + " ways were cut");
                assertThat(town.audit()).isEqualTo("[]");
            }
        }
    }
}
