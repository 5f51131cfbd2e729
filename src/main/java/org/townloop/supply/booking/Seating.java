package org.townloop.supply.booking;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.townloop.supply.booking.Roster.Subject;

/**
 * Which tables a party gets: the smallest that seats it; if there is none, two of one zone put together, and if there are
 * none, three. Of those that seat it the fewest seats stay empty; among equals the lower ids are taken, so that the same
 * question has the same answer.
 */
final class Seating {

    private static final int MOST_TOGETHER = 3;

    private static final Comparator<List<Subject>> LEAST_WASTE =
            Comparator.<List<Subject>>comparingInt(Seating::seats).thenComparing(Seating::ids, Seating::compare);

    private Seating() {}

    /** @return empty if it cannot be seated */
    static List<Subject> choose(Collection<Subject> free, int people) {
        for (int tables = 1; tables <= MOST_TOGETHER; tables++) {
            var together = new ArrayList<List<Subject>>();
            for (var zone : zones(free, tables == 1)) {
                combine(zone, tables, 0, List.of(), people, together);
            }
            if (!together.isEmpty()) {
                return together.stream().min(LEAST_WASTE).orElseThrow();
            }
        }
        return List.of();
    }

    /** The largest party that can be seated, 0 if none can. */
    static int most(Collection<Subject> free) {
        var alone = free.stream().mapToInt(Subject::seats).max().orElse(0);
        var together = zones(free, false).stream()
                .mapToInt(zone -> zone.stream()
                        .map(Subject::seats)
                        .sorted(Comparator.reverseOrder())
                        .limit(MOST_TOGETHER)
                        .reduce(0, Integer::sum))
                .max()
                .orElse(0);
        return Math.max(alone, together);
    }

    private static Collection<List<Subject>> zones(Collection<Subject> free, boolean alone) {
        return alone
                ? List.of(inOrder(free))
                : inOrder(free).stream()
                        .filter(table -> table.zone() != null)
                        .collect(Collectors.groupingBy(table -> Objects.requireNonNull(table.zone())))
                        .values();
    }

    private static List<Subject> inOrder(Collection<Subject> tables) {
        return tables.stream()
                .filter(table -> table.seats() > 0)
                .sorted(Comparator.comparing(Subject::id))
                .toList();
    }

    private static void combine(
            List<Subject> zone, int more, int from, List<Subject> chosen, int people, List<List<Subject>> found) {
        if (more == 0) {
            if (seats(chosen) >= people) {
                found.add(chosen);
            }
            return;
        }
        for (int next = from; next < zone.size(); next++) {
            var with = new ArrayList<>(chosen);
            with.add(zone.get(next));
            combine(zone, more - 1, next + 1, with, people, found);
        }
    }

    private static int seats(List<Subject> tables) {
        return tables.stream().mapToInt(Subject::seats).sum();
    }

    private static List<UUID> ids(List<Subject> tables) {
        return tables.stream().map(Subject::id).toList();
    }

    private static int compare(List<UUID> one, List<UUID> other) {
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
            var order = one.get(i).compareTo(other.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(one.size(), other.size());
    }
}
