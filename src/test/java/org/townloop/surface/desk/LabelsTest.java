package org.townloop.surface.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LabelsTest {

    private record Placed(int from, Labels.Spot spot) {

        boolean overlaps(Placed other) {
            return spot.row() == other.spot.row()
                    && from < other.from + other.spot.room()
                    && other.from < from + spot.room();
        }
    }

    @Test
    void visitsFarApartShareARow() {
        var labels = new Labels();
        labels.next(0, 9);

        assertThat(labels.next(24, 6)).isEqualTo(new Labels.Spot(1, Labels.LEAST_ROOM));
        assertThat(labels.rows()).isEqualTo(1);
    }

    @Test
    void aShortVisitsLabelTakesTheRowBelowWhenTheNextFollowsAtOnce() {
        var labels = new Labels();
        labels.next(0, 6);

        assertThat(labels.next(6, 6).row()).isEqualTo(2);
        assertThat(labels.next(Labels.LEAST_ROOM, 40)).isEqualTo(new Labels.Spot(1, 40));
    }

    @Test
    void noLabelIsCutOrLiesOverAnotherOnAnyDay() {
        for (int seed = 0; seed < 500; seed++) {
            var random = new Random(seed);
            var labels = new Labels();
            List<Placed> placed = new ArrayList<>();
            for (int from = random.nextInt(12); from < 144; ) {
                var marks = 1 + random.nextInt(30);
                placed.add(new Placed(from, labels.next(from, marks)));
                from += marks + random.nextInt(8);
            }
            for (var one : placed) {
                assertThat(one.spot().room()).isGreaterThanOrEqualTo(Labels.LEAST_ROOM);
                assertThat(placed.stream().filter(other -> other != one && one.overlaps(other)))
                        .as("seed " + seed)
                        .isEmpty();
            }
        }
    }
}
