package org.townloop.supply.booking;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.townloop.supply.merchant.TimeSpan;

/**
 * Finds for each of several needs who or what serves it, so that nobody and nothing serves two at once. Looks through all
 * possibilities, the need with the fewest left first, each time crossing out what others can no longer have; and gives up
 * after {@value #STEPS} steps, since the question is one that has no quick answer for every case (colouring of intervals with
 * lists: M. Biró, M. Hujter, Zs. Tuza, Precoloring extension I, Discrete Mathematics 100, 1992).
 */
final class Assignment {

    /**
     * Something that is needed for a time.
     *
     * @param ways the sets of subjects any of which would do, the best first
     */
    record Need(TimeSpan during, List<List<UUID>> ways) {}

    private static final int STEPS = 5_000;

    private final List<Need> needs;
    private final List<List<List<UUID>>> left = new ArrayList<>();
    private final List<List<UUID>> chosen;
    private int steps;

    private Assignment(List<Need> needs) {
        this.needs = needs;
        this.chosen = new ArrayList<>(Collections.nCopies(needs.size(), List.<UUID>of()));
        needs.forEach(need -> left.add(need.ways()));
    }

    /** One of the ways of each need; empty if there is no such choice, or none was found in time. */
    static Optional<List<List<UUID>>> of(List<Need> needs) {
        var assignment = new Assignment(List.copyOf(needs));
        return assignment.search(needs.size()) ? Optional.of(List.copyOf(assignment.chosen)) : Optional.empty();
    }

    /** @param open how many are not chosen for yet */
    private boolean search(int open) {
        if (open == 0) {
            return true;
        }
        var next = hardest();
        for (var way : left.get(next)) {
            if (++steps > STEPS) {
                return false;
            }
            var before = List.copyOf(left);
            choose(next, way);
            if (search(open - 1)) {
                return true;
            }
            chosen.set(next, List.of());
            Collections.copy(left, before);
        }
        return false;
    }

    private void choose(int need, List<UUID> way) {
        chosen.set(need, way);
        for (int other = 0; other < needs.size(); other++) {
            if (isOpen(other)
                    && needs.get(other).during().overlaps(needs.get(need).during())) {
                left.set(
                        other,
                        left.get(other).stream()
                                .filter(each -> Collections.disjoint(each, way))
                                .toList());
            }
        }
    }

    private int hardest() {
        var hardest = -1;
        for (int need = 0; need < needs.size(); need++) {
            if (isOpen(need)
                    && (hardest < 0 || left.get(need).size() < left.get(hardest).size())) {
                hardest = need;
            }
        }
        return hardest;
    }

    private boolean isOpen(int need) {
        return chosen.get(need).isEmpty();
    }
}
