package org.townloop.supply.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.townloop.supply.merchant.TimeSpan;

/** Who serves what of several needs, against somebody slow who tries everything. */
class AssignmentTest {

    private static final Instant THREE = Instant.parse("2026-11-28T07:00:00Z");
    private static final List<UUID> PEOPLE =
            IntStream.range(0, 5).mapToObj(i -> new UUID(0, i + 1)).toList();

    @Test
    void threeHaircutsAtThreeAreServedByThreeHairdressers() {
        var cut = need(0, 4, PEOPLE.subList(0, 3));

        assertThat(Assignment.of(List.of(cut, cut, cut)).orElseThrow().stream().flatMap(List::stream))
                .containsExactlyInAnyOrderElementsOf(PEOPLE.subList(0, 3));
        assertThat(Assignment.of(List.of(cut, cut, cut, cut))).isEmpty();
    }

    /** Lin could cut as well as Mei, but only Lin is left for the nails. */
    @Test
    void whoCanDoBothIsLeftForWhatOnlyTheyCanDo() {
        var lin = PEOPLE.get(0);
        var mei = PEOPLE.get(1);

        assertThat(Assignment.of(List.of(need(0, 4, List.of(lin, mei)), need(2, 4, List.of(lin)))))
                .contains(List.of(List.of(mei), List.of(lin)));
    }

    @Test
    void whatSomebodySlowFindsIsFoundAndNothingElse() {
        var seed = Long.getLong("seed", System.nanoTime());
        var random = new Random(seed);
        var found = 0;
        for (int round = 0; round < 3_000; round++) {
            var needs = IntStream.rangeClosed(0, random.nextInt(6))
                    .mapToObj(i -> random(random))
                    .toList();
            var answer = Assignment.of(needs);
            assertThat(answer.isPresent()).as("seed %s, %s", seed, needs).isEqualTo(canBe(needs, List.of()));
            answer.ifPresent(chosen ->
                    assertThat(isSound(needs, chosen)).as("seed %s", seed).isTrue());
            found += answer.isPresent() ? 1 : 0;
        }
        assertThat(found).as("seed %s: some can be, some cannot", seed).isBetween(300, 2_700);
    }

    private static Assignment.Need random(Random random) {
        var ways = new ArrayList<List<UUID>>();
        for (int i = 0; i < 1 + random.nextInt(3); i++) {
            var people = new ArrayList<>(PEOPLE);
            Collections.shuffle(people, random);
            ways.add(List.copyOf(people.subList(0, 1 + random.nextInt(2))));
        }
        return new Assignment.Need(span(random.nextInt(6), 1 + random.nextInt(4)), ways);
    }

    /** Tries every way of each need. */
    private static boolean canBe(List<Assignment.Need> needs, List<List<UUID>> chosen) {
        if (chosen.size() == needs.size()) {
            return isSound(needs, chosen);
        }
        return needs.get(chosen.size()).ways().stream()
                .anyMatch(way -> canBe(
                        needs, Stream.concat(chosen.stream(), Stream.of(way)).toList()));
    }

    private static boolean isSound(List<Assignment.Need> needs, List<List<UUID>> chosen) {
        return IntStream.range(0, needs.size())
                .allMatch(one -> needs.get(one).ways().contains(chosen.get(one))
                        && IntStream.range(0, one)
                                .allMatch(other -> !needs.get(one)
                                                .during()
                                                .overlaps(needs.get(other).during())
                                        || Collections.disjoint(chosen.get(one), chosen.get(other))));
    }

    private static Assignment.Need need(int quarter, int quarters, List<UUID> able) {
        return new Assignment.Need(
                span(quarter, quarters), able.stream().map(List::of).toList());
    }

    private static TimeSpan span(int quarter, int quarters) {
        return TimeSpan.of(THREE.plus(Duration.ofMinutes(15L * quarter)), Duration.ofMinutes(15L * quarters));
    }
}
