package org.townloop.supply.booking;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.townloop.supply.booking.Roster.Subject;

/**
 * Which tables a party gets: the smallest that seats it; if there is none, two of one zone put together, and if there are
 * none, three. Of those that seat it the fewest seats stay empty; among equals the lower ids are taken, so that the same
 * question has the same answer.
 *
 * <p>Tables of as many seats are alike but for their ids, and of these the lowest are taken: what is looked through is
 * how many seats the tables have, not which tables they are. Two hundred tables for two in a room are one kind.
 */
final class Seating {

    private static final int MOST_TOGETHER = 3;

    private static final Comparator<List<Subject>> LEAST_WASTE =
            Comparator.<List<Subject>>comparingInt(Seating::seats).thenComparing(Seating::ids, Seating::compare);

    /** The tables of a zone by how many they seat, the lowest ids first; and the best of them that seats the party. */
    private static final class Zone {

        private final NavigableMap<Integer, List<Subject>> bySeats;
        private List<Subject> best = List.of();

        Zone(Collection<Subject> tables) {
            this.bySeats = tables.stream()
                    .sorted(Comparator.comparing(Subject::id))
                    .collect(Collectors.groupingBy(Subject::seats, TreeMap::new, Collectors.toList()));
        }

        /** @return so many tables that seat that many; empty if none do */
        List<Subject> best(int tables, int people) {
            look(List.of(), tables, people);
            return best;
        }

        /** Of the last table the smallest that suffices is enough: with a larger one more seats stay empty. */
        private void look(List<Integer> chosen, int more, int people) {
            var smallest = chosen.isEmpty() ? 1 : chosen.getLast();
            var least = more == 1 ? Math.max(smallest, people) : smallest;
            for (var seats : bySeats.tailMap(least, true).keySet()) {
                if (Collections.frequency(chosen, seats) == of(seats).size()) {
                    continue;
                }
                var with = new ArrayList<>(chosen);
                with.add(seats);
                if (more == 1) {
                    offer(with);
                    return;
                }
                look(with, more - 1, people - seats);
            }
        }

        private List<Subject> of(int seats) {
            return bySeats.getOrDefault(seats, List.of());
        }

        private void offer(List<Integer> seats) {
            var next = new HashMap<Integer, Integer>();
            var tables = seats.stream()
                    .map(each -> of(each).get(next.merge(each, 1, Integer::sum) - 1))
                    .sorted(Comparator.comparing(Subject::id))
                    .toList();
            if (best.isEmpty() || LEAST_WASTE.compare(tables, best) < 0) {
                best = tables;
            }
        }
    }

    private Seating() {}

    /** @return empty if it cannot be seated */
    static List<Subject> choose(Collection<Subject> free, int people) {
        for (int tables = 1; tables <= MOST_TOGETHER; tables++) {
            var together = tables;
            var best = zones(free, tables == 1).stream()
                    .filter(zone -> most(zone, together) >= people)
                    .map(zone -> new Zone(zone).best(together, people))
                    .filter(found -> !found.isEmpty())
                    .min(LEAST_WASTE);
            if (best.isPresent()) {
                return best.get();
            }
        }
        return List.of();
    }

    /** Other tables that would do too, the best first; as many as are worth trying, so that others may have theirs. */
    static List<List<Subject>> ways(Collection<Subject> free, int people) {
        var ways = new ArrayList<List<Subject>>();
        var left = new ArrayList<>(free);
        for (var best = choose(left, people); !best.isEmpty(); best = choose(left, people)) {
            ways.add(best);
            left.remove(best.getFirst());
        }
        return ways;
    }

    /** The largest party that can be seated, 0 if none can. */
    static int most(Collection<Subject> free) {
        var together = zones(free, false).stream()
                .mapToInt(zone -> most(zone, MOST_TOGETHER))
                .max()
                .orElse(0);
        return Math.max(most(free, 1), together);
    }

    private static int most(Collection<Subject> zone, int tables) {
        return zone.stream()
                .map(Subject::seats)
                .sorted(Comparator.reverseOrder())
                .limit(tables)
                .reduce(0, Integer::sum);
    }

    private static Collection<List<Subject>> zones(Collection<Subject> free, boolean alone) {
        var tables = free.stream().filter(table -> table.seats() > 0).toList();
        return alone
                ? List.of(tables)
                : tables.stream()
                        .filter(table -> table.zone() != null)
                        .collect(Collectors.groupingBy(table -> Objects.requireNonNull(table.zone())))
                        .values();
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
