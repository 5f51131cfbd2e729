package org.townloop.supply.booking;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.townloop.supply.offer.Offer;

/**
 * Says at which times several services can be begun together and how soon they can be over, by trying every time of each
 * with everybody who could do it. Very slow, and shares nothing with what it judges but the rules in words.
 */
final class PlanOracle {

    private static final Duration WAIT = Duration.ofMinutes(15);

    private record Placed(int service, Offer offer, Instant start, UUID person, UUID chair) {

        Instant end() {
            return start.plus(offer.duration());
        }

        boolean takesOf(Placed other) {
            var begin = start.minus(offer.bufferBefore());
            var otherBegin = other.start.minus(other.offer.bufferBefore());
            return begin.isBefore(otherBegin.plus(other.offer.occupied()))
                    && otherBegin.isBefore(begin.plus(offer.occupied()))
                    && (person.equals(other.person) || !chair.equals(NONE) && chair.equals(other.chair));
        }

        boolean isAtOnceWith(Placed other) {
            return start.isBefore(other.end()) && other.start.isBefore(end());
        }
    }

    private static final UUID NONE = new UUID(0, 0);

    private final SlotOracle slots;

    PlanOracle(Clock clock) {
        this.slots = new SlotOracle(clock);
    }

    /** When all are over at the soonest, by when the first of them begins. */
    Map<Instant, Instant> soonestEnds(Combination wanted, LocalDate day) {
        var offers = wanted.services();
        var from = day.atStartOfDay(SlotOracle.zoneOf(offers.getFirst())).toInstant();
        var to = day.plusDays(1)
                .atStartOfDay(SlotOracle.zoneOf(offers.getFirst()))
                .toInstant();
        var free = offers.stream()
                .map(offer -> slots.free(offer, from, to.plus(Duration.ofHours(12))))
                .toList();
        var starts = new HashSet<Instant>();
        free.forEach(each -> starts.addAll(each.keySet()));
        var ends = new TreeMap<Instant, Instant>();
        for (var start : starts) {
            if (start.isBefore(to)) {
                attempt(wanted, free, start, new ArrayList<>(), ends);
            }
        }
        return ends;
    }

    /** In the order in which they are named, whatever their times. */
    private static void attempt(
            Combination wanted,
            List<Map<Instant, SlotOracle.Free>> free,
            Instant first,
            List<Placed> placed,
            Map<Instant, Instant> ends) {
        if (placed.size() == wanted.services().size()) {
            if (begin(placed).equals(first) && isWithoutWaiting(placed)) {
                ends.merge(first, end(placed), (one, other) -> one.isBefore(other) ? one : other);
            }
            return;
        }
        var service = placed.size();
        var offer = wanted.services().get(service);
        var latest = first.plus(all(wanted.services())).plus(WAIT.multipliedBy(5));
        free.get(service).forEach((start, able) -> {
            if (start.isBefore(first) || start.isAfter(latest)) {
                return;
            }
            for (var person : able.staff()) {
                for (var chair : offer.resourceKind() == null ? List.of(NONE) : able.chairs()) {
                    var next = new Placed(service, offer, start, person, chair);
                    var isLate = ends.containsKey(first) && !next.end().isBefore(ends.get(first));
                    if (!isLate && placed.stream().allMatch(other -> fits(wanted, other, next))) {
                        placed.add(next);
                        attempt(wanted, free, first, placed, ends);
                        placed.removeLast();
                    }
                }
            }
        });
    }

    private static boolean fits(Combination wanted, Placed earlier, Placed next) {
        var isAlone = !Combination.isAlongside(earlier.offer()) && !Combination.isAlongside(next.offer());
        var isOutOfOrder = wanted.inOrder() && next.start().isBefore(earlier.start());
        return !next.takesOf(earlier) && !(isAlone && next.isAtOnceWith(earlier)) && !isOutOfOrder;
    }

    /** Minute by minute: there is none from the first to the last in a row of so many in which nothing is done. */
    private static boolean isWithoutWaiting(List<Placed> placed) {
        var idle = 0;
        for (var minute = begin(placed); minute.isBefore(end(placed)); minute = minute.plusSeconds(60)) {
            var now = minute;
            var isBusy = placed.stream().anyMatch(each -> !now.isBefore(each.start()) && now.isBefore(each.end()));
            idle = isBusy ? 0 : idle + 1;
            if (idle > WAIT.toMinutes()) {
                return false;
            }
        }
        return true;
    }

    private static Instant begin(List<Placed> placed) {
        return placed.stream().map(Placed::start).min(Instant::compareTo).orElseThrow();
    }

    private static Instant end(List<Placed> placed) {
        return placed.stream().map(Placed::end).max(Instant::compareTo).orElseThrow();
    }

    private static Duration all(List<Offer> offers) {
        return offers.stream().map(Offer::duration).reduce(Duration.ZERO, Duration::plus);
    }
}
