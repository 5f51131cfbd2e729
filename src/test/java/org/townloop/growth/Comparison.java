package org.townloop.growth;

import java.io.PrintStream;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/** What acts cost in a town of few orders, and in the same of many. */
record Comparison(Map<String, Measured> few, Map<String, Measured> many) {

    /** Rows and blocks by which an act differs from time to time, whatever the past. */
    private static final int SLACK = 100;

    private static final int MANY = 150;

    /**
     * @param costs of each statement of the act
     * @param millis the median; not a number for what is done without being asked
     */
    record Measured(List<Watch.Cost> costs, double millis) {

        static final Measured NOTHING = new Measured(List.of(), Double.NaN);

        long rows() {
            return costs.stream().mapToLong(Watch.Cost::rows).sum();
        }

        long blocks() {
            return costs.stream().mapToLong(Watch.Cost::blocks).sum();
        }
    }

    /** What reads more in a long past than in a short one, beyond what an index is deeper; empty if nothing does. */
    List<String> dearer() {
        return many.entrySet().stream()
                .filter(act -> !act.getKey().equals(Watch.THIS_TEST))
                .filter(act -> isDearer(act.getKey(), few.getOrDefault(act.getKey(), Measured.NOTHING), act.getValue()))
                .map(act -> act.getKey() + ": " + dearest(act.getValue()))
                .toList();
    }

    /** What the writing of a long past has left behind is cleared away by jobs: they read its blocks, and none of its rows. */
    private static boolean isDearer(String act, Measured before, Measured now) {
        return now.rows() > before.rows() * 1.1 + SLACK
                || (!act.startsWith("(") && now.blocks() > before.blocks() * 2 + SLACK);
    }

    private static String dearest(Measured act) {
        return act.costs().stream()
                .max(Comparator.comparingLong(cost -> cost.rows() + cost.blocks()))
                .map(Comparison::line)
                .orElse("");
    }

    private static String line(Watch.Cost cost) {
        return "%d rows, %d blocks%s%n        %s"
                .formatted(
                        cost.rows(),
                        cost.blocks(),
                        cost.reads(),
                        cost.sql().replaceAll("\\s+", " ").strip());
    }

    /** The worst ratios of what people ask for: rows, blocks and time. */
    String ratios() {
        return "ours=%.2f blocks=%.2f time=%.2f"
                .formatted(worst(Measured::rows), worst(Measured::blocks), worst(Measured::millis));
    }

    private double worst(ToDoubleFunction<Measured> figure) {
        return many.entrySet().stream()
                .filter(act -> !act.getKey().startsWith("(") && few.containsKey(act.getKey()))
                .mapToDouble(act -> (figure.applyAsDouble(act.getValue()) + 1)
                        / (figure.applyAsDouble(Objects.requireNonNull(few.get(act.getKey()))) + 1))
                .max()
                .orElse(Double.NaN);
    }

    void print(PrintStream out) {
        out.printf("  %-26s %19s %19s %19s%n", "", "rows", "blocks", "ms");
        for (var act : many.entrySet()) {
            var before = few.getOrDefault(act.getKey(), Measured.NOTHING);
            var now = act.getValue();
            out.printf(
                    "  %-26s %9d %9d %9d %9d %9.1f %9.1f%n",
                    act.getKey(),
                    before.rows(),
                    now.rows(),
                    before.blocks(),
                    now.blocks(),
                    before.millis(),
                    now.millis());
        }
        many.values().stream()
                .flatMap(act -> act.costs().stream())
                .filter(cost -> cost.rows() > MANY || cost.blocks() > MANY)
                .map(Comparison::line)
                .distinct()
                .forEach(line -> out.println("  " + line));
    }
}
