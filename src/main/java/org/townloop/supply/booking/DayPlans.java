package org.townloop.supply.booking;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.townloop.supply.booking.PlanSearch.Part;
import org.townloop.supply.offer.Offer;

/**
 * When the services of a combination can be had at one place, day by day. It takes {@value #STEPS} steps at most for all days
 * that it is asked about, and at each start no more than a twentieth of what is left of them: whoever asks for what is hard to
 * find is not shown all of it, and keeps nobody waiting.
 */
final class DayPlans {

    static final int STEPS = 100_000;
    private static final int SHARE = 20;

    private final PlaceBits bits;
    private final Instant now;
    private final List<Part> parts;
    private final boolean inOrder;
    private final ServedTogether served;
    private final PlanSearch search;
    private final int reach;
    private int left = STEPS;

    /** @param grids at which minutes of the hour each of them may begin */
    DayPlans(PlaceBits bits, Combination wanted, List<Integer> grids, Travel travel, Instant now) {
        this.bits = bits;
        this.now = now;
        var offers = wanted.services();
        this.inOrder = wanted.inOrder();
        this.parts = IntStream.range(0, offers.size())
                .mapToObj(i -> part(offers.get(i), grids.get(i)))
                .toList();
        this.served = new ServedTogether(bits, offers, travel, now);
        var wait = longestWait(grids);
        this.search = new PlanSearch(parts, inOrder, wait, served);
        this.reach = parts.stream().mapToInt(part -> part.marks() + wait).sum();
    }

    private Part part(Offer offer, int grid) {
        return new Part(bits.times(offer, grid), Timeline.marks(offer.duration()), Combination.isAlongside(offer));
    }

    private static int longestWait(List<Integer> grids) {
        var untilTheNext = grids.stream().mapToInt(grid -> grid).max().orElseThrow() - Timeline.MARK.toMinutes();
        return (int) Math.max(Combination.LONGEST_WAIT.toMinutes(), untilTheNext) / (int) Timeline.MARK.toMinutes();
    }

    /** Those that begin on that day of the place's clock and later than now, each at its own start, in order. */
    List<Plan> of(LocalDate day) {
        return of(day, Integer.MAX_VALUE);
    }

    boolean isAny(LocalDate day) {
        return !of(day, 1).isEmpty();
    }

    private List<Plan> of(LocalDate day, int atMost) {
        var timeline = bits.timeline();
        var end = timeline.startOf(day.plusDays(1));
        var plans = new ArrayList<Plan>();
        for (int mark = Math.max(timeline.startOf(day), timeline.floor(now) + 1);
                mark < end && plans.size() < atMost;
                mark++) {
            if (canBeginAt(mark) && isFoundAt(mark)) {
                plans.add(served.plan());
            }
        }
        return plans;
    }

    private boolean isFoundAt(int mark) {
        var isFound = search.at(mark, left / SHARE) != null;
        left -= search.steps();
        return isFound;
    }

    /** How many steps it has taken so far. */
    int steps() {
        return STEPS - left;
    }

    /** One of them begins then, and each has a time within which all would be over. */
    private boolean canBeginAt(int mark) {
        var begins = inOrder
                ? begins(parts.getFirst(), mark, mark)
                : parts.stream().anyMatch(part -> begins(part, mark, mark));
        return begins && parts.stream().allMatch(part -> begins(part, mark, mark + reach));
    }

    private static boolean begins(Part part, int from, int to) {
        var mark = Bits.next(part.starts(), from);
        return mark >= 0 && mark <= to;
    }
}
