package org.townloop.supply.booking;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds when each of several services begins, so that all of them are done as soon as can be: one after the other without
 * waiting long, and at once where one of two may be done alongside the other. Looks through all possibilities in the order of
 * time, leaving out what cannot become better than what was found, and gives up after as many steps as it may take.
 */
final class PlanSearch {

    /**
     * A service by itself.
     *
     * @param starts the marks at which it could begin if it were the only one
     * @param marks how long it takes
     * @param alongside whether somebody may have it while they have another one
     */
    record Part(long[] starts, int marks, boolean alongside) {}

    /** Says whether there are people and things for several services; {@value #OPEN} stands for one that has no time yet. */
    interface Serving {

        /** Quick, and right as long as nobody goes out; asked again and again. */
        boolean isPossible(int[] begins);

        /** Whether a hold would be given; asked when all have their times. */
        boolean isHeld(int[] begins);
    }

    /** How far it has come: when the one that began last did, the last that nothing goes alongside is over, and all are. */
    private record Reached(int placed, int last, int lastService, int mainEnd, int end) {}

    static final int OPEN = -1;

    private final List<Part> parts;
    private final boolean inOrder;
    private final int longestWait;
    private final Serving serving;
    private final int[] begins;
    private int @Nullable [] best;
    private int bestEnd;
    private int steps;
    private int most;

    /** @param longestWait in marks */
    PlanSearch(List<Part> parts, boolean inOrder, int longestWait, Serving serving) {
        this.parts = parts;
        this.inOrder = inOrder;
        this.longestWait = longestWait;
        this.serving = serving;
        this.begins = new int[parts.size()];
    }

    /**
     * The mark at which each service begins, the first of them at that one, so that all are over as soon as can be; among
     * equals in the order in which they were named. Null if there is no such way.
     *
     * @param mostSteps after which it gives up, with what it has found by then
     */
    int @Nullable [] at(int start, int mostSteps) {
        Arrays.fill(begins, OPEN);
        best = null;
        bestEnd = Integer.MAX_VALUE;
        steps = 0;
        most = mostSteps;
        search(new Reached(0, start, OPEN, start, start));
        return best;
    }

    /** How many the last search took. */
    int steps() {
        return steps;
    }

    private void search(Reached reached) {
        if (reached.placed() == parts.size()) {
            if (serving.isHeld(begins)) {
                best = begins.clone();
                bestEnd = reached.end();
            }
            return;
        }
        for (int service = 0; service < parts.size(); service++) {
            if (begins[service] == OPEN && (!inOrder || service == reached.placed())) {
                place(service, reached);
            }
        }
    }

    /** At each of its times that is neither too soon nor after too long a wait. */
    private void place(int service, Reached reached) {
        var wanted = parts.get(service);
        var from = wanted.alongside() ? reached.last() : reached.mainEnd();
        var to = reached.placed() == 0 ? reached.last() : reached.end() + longestWait;
        for (int mark = Bits.next(wanted.starts(), from);
                mark != OPEN && mark <= to && steps < most;
                mark = Bits.next(wanted.starts(), mark + 1)) {
            if (isSaidAlready(service, mark, reached)) {
                continue;
            }
            steps++;
            begins[service] = mark;
            var next = after(reached, service, mark);
            if (leastEnd(next) < bestEnd && (next.placed() == 1 || serving.isPossible(begins))) {
                search(next);
            }
            begins[service] = OPEN;
        }
    }

    /** Of two that begin at once, the one that was named first comes first. */
    private static boolean isSaidAlready(int service, int mark, Reached reached) {
        return reached.placed() > 0 && mark == reached.last() && service < reached.lastService();
    }

    private Reached after(Reached reached, int service, int mark) {
        var wanted = parts.get(service);
        var end = mark + wanted.marks();
        return new Reached(
                reached.placed() + 1,
                mark,
                service,
                wanted.alongside() ? Math.max(reached.mainEnd(), mark) : end,
                Math.max(reached.end(), end));
    }

    /** What is left takes at least as long as the longest of it, and as all together that is not done alongside. */
    private int leastEnd(Reached reached) {
        var alone = reached.mainEnd();
        var end = reached.end();
        for (int service = 0; service < parts.size(); service++) {
            if (begins[service] == OPEN) {
                var wanted = parts.get(service);
                if (wanted.alongside()) {
                    end = Math.max(end, reached.last() + wanted.marks());
                } else {
                    alone += wanted.marks();
                    end = Math.max(end, alone);
                }
            }
        }
        return end;
    }
}
