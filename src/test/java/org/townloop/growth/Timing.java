package org.townloop.growth;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How long acts take when nobody watches; while somebody does, they take longer and are not timed. */
final class Timing {

    interface Act<T> {
        T run() throws IOException;
    }

    private final Map<String, List<Double>> millis = new TreeMap<>();
    private boolean watching;

    void watching(boolean is) {
        watching = is;
    }

    void clear() {
        millis.clear();
    }

    <T> T of(String act, Watch watch, Act<T> what) throws IOException {
        watch.now(watching ? act : null);
        var start = System.nanoTime();
        try {
            return what.run();
        } finally {
            if (!watching) {
                millis.computeIfAbsent(act, name -> new ArrayList<>()).add((System.nanoTime() - start) / 1e6);
            }
            watch.now(null);
        }
    }

    /** The median; not a number if it was never timed. */
    double median(String act) {
        var all = millis.getOrDefault(act, List.of()).stream().sorted().toList();
        return all.isEmpty() ? Double.NaN : all.get(all.size() / 2);
    }
}
