package org.townloop.launch.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.ToDoubleFunction;
import org.townloop.base.kernel.Ids;
import org.townloop.base.kernel.RegionId;

/** Chance, the same each time: the same seed throws the same numbers. */
final class Dice {

    private final SplittableRandom random;

    Dice(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** From the first to the second, both included. */
    int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    double between(double least, double most) {
        return random.nextDouble(least, most);
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    double gauss(double mean, double deviation) {
        return random.nextGaussian(mean, deviation);
    }

    double exponential(double mean) {
        return random.nextExponential() * mean;
    }

    /** How many of something that happens so often on average; by Knuth's multiplication of uniforms. */
    int poisson(double mean) {
        var limit = Math.exp(-mean);
        var product = random.nextDouble();
        var count = 0;
        for (; product > limit; count++) {
            product *= random.nextDouble();
        }
        return count;
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    <T> T one(List<T> of, ToDoubleFunction<T> weight) {
        var left = random.nextDouble() * of.stream().mapToDouble(weight).sum();
        for (var each : of) {
            left -= weight.applyAsDouble(each);
            if (left < 0) {
                return each;
            }
        }
        return of.getLast();
    }

    /** So many of them, in the order of the throw. */
    <T> List<T> some(int count, List<T> of) {
        var left = new ArrayList<>(of);
        var chosen = new ArrayList<T>();
        while (chosen.size() < count && !left.isEmpty()) {
            chosen.add(left.remove(random.nextInt(left.size())));
        }
        return chosen;
    }

    UUID id(RegionId region, Instant at) {
        return Ids.of(region, at, random.nextLong());
    }
}
