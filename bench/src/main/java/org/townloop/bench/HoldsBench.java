package org.townloop.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.util.FileSystemUtils;

/**
 * Holds over HTTP, 10,000 offers, the most wanted most often (Zipf 1.0): those that come at a time in one transaction, against
 * each in its own; by 8 and by 64 who ask at once, in turns.
 */
final class HoldsBench {

    private static final int OFFERS = 10_000;
    private static final Map<Integer, Integer> HOLDS = Map.of(8, 2_000, 64, 4_000);

    private final Path root;
    private final Path target;
    private final int rounds;

    HoldsBench(Path root, Path target, int rounds) {
        this.root = root;
        this.target = target;
        this.rounds = rounds;
    }

    String run() throws Exception {
        try (var combined = new Side("combined", 64);
                var apart = new Side("apart", 1)) {
            System.out.printf("holds a second, %,d offers%n", OFFERS);
            for (int clients : List.of(8, 64)) {
                for (int round = 0; round <= rounds; round++) {
                    combined.measure(clients, round);
                    apart.measure(clients, round);
                }
                combined.print(clients);
                apart.print(clients);
            }
            return "ours=%.0f/s peer:uncombined=%.2f eight=%.2f errors=%d"
                    .formatted(
                            combined.median(64),
                            combined.median(64) / apart.median(64),
                            combined.median(8) / apart.median(8),
                            combined.errors() + apart.errors());
        }
    }

    /** A town of its own. */
    private final class Side implements AutoCloseable {

        private final String name;
        private final Program town;
        private final Api api;
        private final List<UUID> offers;
        private final Zipf zipf = new Zipf(OFFERS, 1);
        private final AtomicInteger failed = new AtomicInteger();
        private final Map<Integer, double[]> perSecond = Map.of(8, new double[rounds], 64, new double[rounds]);

        Side(String name, int together) throws IOException, SQLException, InterruptedException {
            this.name = name;
            var data = target.resolve("holds-" + name);
            FileSystemUtils.deleteRecursively(data);
            var log = target.resolve("holds-" + name + ".log");
            this.town = Program.start(
                    List.of(root.resolve("bin/townloop").toString(), "demo"),
                    Map.of("TOWNLOOP_DATA", data.toString(), "TOWNLOOP_CHECKOUT_TOGETHER", Integer.toString(together)),
                    log);
            if (town.secondsToFirstPage() < 0) {
                throw new IllegalStateException("the town did not start: " + log);
            }
            this.api = new Api(town.port());
            this.offers = new WantedMenus(data).add(OFFERS);
        }

        /** The round of number 0 warms up. */
        void measure(int clients, int round) throws Exception {
            var reached = new Crowd(clients).perSecond(HOLDS.getOrDefault(clients, 0), this::hold);
            if (round > 0) {
                times(clients)[round - 1] = reached;
            }
        }

        private void hold(int number) {
            var day = CrowdedTown.firstDay().plusDays(number % 20).atStartOfDay(CrowdedTown.ZONE);
            var wanted = Map.of(
                    "offerId", offers.get(zipf.next()).toString(),
                    "slotStart", day.toOffsetDateTime().toString(),
                    "quantity", 1);
            try {
                api.post(number % 2 == 0 ? "demo-resident" : "demo-resident-2", "/api/orders", wanted);
            } catch (RuntimeException e) {
                if (failed.getAndIncrement() == 0) {
                    System.out.println(name + ": " + e);
                }
            }
        }

        private double[] times(int clients) {
            return perSecond.getOrDefault(clients, new double[0]);
        }

        double median(int clients) {
            return new Figures(times(clients)).median();
        }

        int errors() {
            return failed.get();
        }

        void print(int clients) {
            System.out.printf("  %2d at once, %-9s %s%n", clients, name, new Figures(times(clients)));
        }

        @Override
        public void close() throws InterruptedException {
            town.close();
        }
    }
}
