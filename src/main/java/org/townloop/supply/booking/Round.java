package org.townloop.supply.booking;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.townloop.base.kernel.Point;

/**
 * A good order in which to go to many doors and come back: always to the nearest next, and then the crossings taken out
 * (2-opt: Croes, A Method for Solving Traveling-Salesman Problems, Operations Research 6, 1958). Ways are as the crow flies.
 */
public final class Round {

    private static final int MOST_PASSES = 20;
    private static final double LEAST_GAIN_METRES = 1;

    private Round() {}

    /**
     * @param base where the round begins and ends
     * @param door where each of them is
     */
    public static <T> List<T> of(Point base, List<T> stops, Function<T, Point> door) {
        var round = nearestNext(base, stops, door);
        for (int pass = 0; pass < MOST_PASSES && uncross(base, round, door); pass++) {}
        return List.copyOf(round);
    }

    /** How long the round is, back to where it began. */
    static <T> double metres(Point base, List<T> stops, Function<T, Point> door) {
        var metres = 0.0;
        var at = base;
        for (var stop : stops) {
            metres += at.metresTo(door.apply(stop));
            at = door.apply(stop);
        }
        return metres + at.metresTo(base);
    }

    private static <T> List<T> nearestNext(Point base, List<T> stops, Function<T, Point> door) {
        var left = new ArrayList<>(stops);
        var round = new ArrayList<T>(stops.size());
        var at = base;
        while (!left.isEmpty()) {
            var here = at;
            var next = Collections.min(left, Comparator.comparingDouble(stop -> here.metresTo(door.apply(stop))));
            left.remove(next);
            round.add(next);
            at = door.apply(next);
        }
        return round;
    }

    /** Turns stretches of the round around as long as that makes it shorter; false if none does. */
    private static <T> boolean uncross(Point base, List<T> round, Function<T, Point> door) {
        var better = false;
        for (int i = 0; i < round.size() - 1; i++) {
            for (int j = i + 1; j < round.size(); j++) {
                var before = i == 0 ? base : door.apply(round.get(i - 1));
                var after = j == round.size() - 1 ? base : door.apply(round.get(j + 1));
                var first = door.apply(round.get(i));
                var last = door.apply(round.get(j));
                var gain =
                        before.metresTo(first) + last.metresTo(after) - before.metresTo(last) - first.metresTo(after);
                if (gain > LEAST_GAIN_METRES) {
                    Collections.reverse(round.subList(i, j + 1));
                    better = true;
                }
            }
        }
        return better;
    }
}
