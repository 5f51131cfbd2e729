package org.townloop.bench;

import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;

/** Ranks from 0, the k-th as often as 1 / (k + 1) to the power of the exponent (G. K. Zipf, Human Behavior, 1949). */
final class Zipf {

    private final double[] upTo;

    Zipf(int ranks, double exponent) {
        upTo = new double[ranks];
        double sum = 0;
        for (int rank = 0; rank < ranks; rank++) {
            sum += 1 / Math.pow(rank + 1, exponent);
            upTo[rank] = sum;
        }
    }

    int next() {
        var found = Arrays.binarySearch(upTo, ThreadLocalRandom.current().nextDouble(upTo[upTo.length - 1]));
        return found < 0 ? -found - 1 : Math.min(found + 1, upTo.length - 1);
    }
}
