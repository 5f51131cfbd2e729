package org.townloop.bench;

import java.util.Arrays;

/** Some measurements of one thing. */
record Figures(double[] values) {

    Figures {
        values = values.clone();
        Arrays.sort(values);
    }

    double median() {
        return at(0.5);
    }

    double at(double quantile) {
        return values.length == 0 ? Double.NaN : values[(int) Math.min(values.length - 1, quantile * values.length)];
    }

    @Override
    public String toString() {
        return "median %,10.3f   min %,10.3f   max %,10.3f   (%d)"
                .formatted(median(), values[0], values[values.length - 1], values.length);
    }
}
