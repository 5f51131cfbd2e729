package org.townloop.supply.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.townloop.base.kernel.Point;

/** The order in which doors are gone to. */
class RoundTest {

    private static final Point SHOP = new Point(30.28, 119.72);

    @Test
    void everyDoorIsGoneToOnceAndNoneIsMadeUp() {
        var doors = doors(30, 7);
        assertThat(Round.of(SHOP, doors, Function.identity())).containsExactlyInAnyOrderElementsOf(doors);
        assertThat(Round.of(SHOP, List.<Point>of(), Function.identity())).isEmpty();
    }

    /** All orders of seven doors are tried. */
    @Test
    void aShortRoundIsNearlyAsShortAsTheShortest() {
        for (int seed = 0; seed < 20; seed++) {
            var doors = doors(7, seed);
            var found = Round.metres(SHOP, Round.of(SHOP, doors, Function.identity()), Function.identity());
            assertThat(found).as("seed " + seed).isBetween(shortest(doors) - 0.1, shortest(doors) * 1.15);
        }
    }

    private static double shortest(List<Point> doors) {
        return shortest(new ArrayList<>(), new ArrayList<>(doors));
    }

    private static double shortest(List<Point> gone, List<Point> left) {
        if (left.isEmpty()) {
            return Round.metres(SHOP, gone, Function.identity());
        }
        var best = Double.MAX_VALUE;
        for (int i = 0; i < left.size(); i++) {
            var next = left.remove(i);
            gone.add(next);
            best = Math.min(best, shortest(gone, left));
            gone.removeLast();
            left.add(i, next);
        }
        return best;
    }

    private static List<Point> doors(int count, long seed) {
        var random = new Random(seed);
        var doors = new ArrayList<Point>();
        for (int i = 0; i < count; i++) {
            doors.add(new Point(30.26 + random.nextDouble() * 0.04, 119.70 + random.nextDouble() * 0.04));
        }
        return doors;
    }
}
