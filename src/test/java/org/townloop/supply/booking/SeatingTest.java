package org.townloop.supply.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.townloop.supply.booking.Roster.Subject;

class SeatingTest {

    /** Against a listing of all ones, pairs and triples, which takes its time. */
    @Test
    void aPartyGetsTheTablesThatTheSlowListingNames() {
        var dice = new Random(17);
        for (int round = 0; round < 3_000; round++) {
            var sizes = 1 + dice.nextInt(5);
            var tables = IntStream.range(0, dice.nextInt(9))
                    .mapToObj(i -> table(dice, dice.nextInt(sizes + 1), dice.nextInt(3)))
                    .toList();
            var people = 1 + dice.nextInt(14);
            assertThat(Seating.choose(tables, people))
                    .as(people + " at " + tables)
                    .isEqualTo(listed(tables, people));
            assertThat(Seating.most(tables) >= people)
                    .isEqualTo(!listed(tables, people).isEmpty());
        }
    }

    /** 1.3 million triples, once for each that is asked. */
    @Test
    void twoHundredTablesForTwoAreLookedThroughAtOnce() {
        var dice = new Random(18);
        var hall = IntStream.range(0, 200).mapToObj(i -> table(dice, 2, 1)).toList();
        var mixed = IntStream.range(0, 200)
                .mapToObj(i -> table(dice, 1 + i % 12, 1))
                .toList();
        assertThat(Duration.ofSeconds(5)).isGreaterThan(timeOf(() -> {
            for (int again = 0; again < 200; again++) {
                assertThat(Seating.choose(hall, 6)).hasSize(3);
                assertThat(Seating.choose(hall, 20)).isEmpty();
                assertThat(Seating.choose(mixed, 35)).hasSize(3);
            }
        }));
    }

    private static Duration timeOf(Runnable work) {
        var began = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private static Subject table(Random dice, int seats, int zone) {
        var id = new UUID(dice.nextLong(), dice.nextLong());
        return new Subject(id, "table", new long[0], seats, zone == 0 ? null : "zone " + zone, 1);
    }

    private static List<Subject> listed(List<Subject> free, int people) {
        for (int tables = 1; tables <= 3; tables++) {
            var found = new ArrayList<List<Subject>>();
            list(free, tables, 0, List.of(), found);
            var best = found.stream()
                    .filter(each -> seats(each) >= people)
                    .map(each -> each.stream()
                            .sorted(Comparator.comparing(Subject::id))
                            .toList())
                    .min(Comparator.<List<Subject>>comparingInt(SeatingTest::seats)
                            .thenComparing(SeatingTest::ids));
            if (best.isPresent()) {
                return best.get();
            }
        }
        return List.of();
    }

    private static void list(List<Subject> free, int more, int from, List<Subject> chosen, List<List<Subject>> found) {
        if (more == 0) {
            found.add(chosen);
            return;
        }
        for (int next = from; next < free.size(); next++) {
            var table = free.get(next);
            var isOfZone = chosen.isEmpty() || chosen.getFirst().zone() != null;
            if (table.seats() > 0
                    && isOfZone
                    && (chosen.isEmpty()
                            || String.valueOf(chosen.getFirst().zone()).equals(table.zone()))) {
                var with = new ArrayList<>(chosen);
                with.add(table);
                list(free, more - 1, next + 1, with, found);
            }
        }
    }

    private static int seats(List<Subject> tables) {
        return tables.stream().mapToInt(Subject::seats).sum();
    }

    /** As ids are compared by Java: by their halves as signed numbers. */
    private static String ids(List<Subject> tables) {
        return tables.stream()
                .map(table -> "%016x%016x"
                        .formatted(
                                table.id().getMostSignificantBits() ^ Long.MIN_VALUE,
                                table.id().getLeastSignificantBits() ^ Long.MIN_VALUE))
                .reduce("", String::concat);
    }
}
