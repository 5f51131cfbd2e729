package org.townloop.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.util.FileSystemUtils;

/**
 * Checkouts over HTTP: hold, pay through the sandbox, the token of the voucher fetched; 10,000 offers by Zipf 1.0, by 8 and by
 * 64 who buy at once; combined, and each thing in a transaction of its own. The limit is 1 / (1/H + 1/S): H the same calls,
 * which are sent away once they are authenticated and read; S the same rows in batches of 64.
 */
final class CheckoutBench {

    private static final int OFFERS = 10_000;
    private static final Map<Integer, Integer> CHECKOUTS = Map.of(8, 400, 64, 1_600);
    private static final int SECONDS = 30;
    private static final int ROWS = 6_400;

    private final Path root;
    private final Path target;
    private final int rounds;

    CheckoutBench(Path root, Path target, int rounds) {
        this.root = root;
        this.target = target;
        this.rounds = rounds;
    }

    String run() throws Exception {
        try (var combined = new Side("combined", 64);
                var apart = new Side("apart", 1)) {
            var pgbench = Pgbench.of(combined.data);
            if (pgbench.isPresent()) {
                pgbench.get().prepare();
            } else {
                System.out.println("no pgbench here: install postgresql-contrib");
            }
            System.out.println("no Vendure and no Medusa here: they are not measured");
            return measured(combined, apart, pgbench);
        }
    }

    private String measured(Side combined, Side apart, Optional<Pgbench> pgbench) throws Exception {
        var ofLimit = new double[rounds];
        var ofPgbench = new double[rounds];
        var rows = SameRows.ofCheckout(combined.data, combined.paid());
        for (int round = 0; round <= rounds; round++) {
            for (int clients : List.of(8, 64)) {
                combined.measure(clients, round);
                apart.measure(clients, round);
            }
            var http = combined.sentAway(64);
            var written = rows.perSecond(ROWS);
            var tps = pgbench.isPresent() ? pgbench.get().tps(SECONDS) : Double.NaN;
            if (round > 0) { // the first warms up
                var ours = combined.last(64);
                ofLimit[round - 1] = ours * (1 / http + 1 / written);
                ofPgbench[round - 1] = ours / tps;
                System.out.printf(
                        "  round %d: ours %,.0f, H %,.0f, S %,.0f, pgbench %,.0f%n", round, ours, http, written, tps);
            }
        }
        System.out.printf("checkouts a second, %,d offers%n", OFFERS);
        for (int clients : List.of(8, 64)) {
            combined.print(clients);
            apart.print(clients);
        }
        return "ours=%.0f/s limit=%.4f peer:pgbench=%.4f peer:uncombined=%.2f eight=%.2f errors=%d"
                .formatted(
                        combined.median(64),
                        new Figures(ofLimit).median(),
                        new Figures(ofPgbench).median(),
                        combined.median(64) / apart.median(64),
                        combined.median(8) / apart.median(8),
                        combined.errors() + apart.errors());
    }

    /** A town of its own. */
    private final class Side implements AutoCloseable {

        private static final int MOST_LOOKS = 2;

        private final String name;
        private final Path data;
        private final Program town;
        private final Api api;
        private final List<UUID> offers;
        private final Zipf zipf = new Zipf(OFFERS, 1);
        private final AtomicInteger failed = new AtomicInteger();
        private final Map<Integer, double[]> perSecond = Map.of(8, new double[rounds + 1], 64, new double[rounds + 1]);
        private int lastRound;

        Side(String name, int together) throws IOException, SQLException, InterruptedException {
            this.name = name;
            this.data = target.resolve("checkout-" + name);
            FileSystemUtils.deleteRecursively(data);
            var log = target.resolve("checkout-" + name + ".log");
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

        void measure(int clients, int round) throws Exception {
            lastRound = round;
            times(clients)[round] = new Crowd(clients).perSecond(CHECKOUTS.getOrDefault(clients, 0), this::buy);
        }

        private void buy(int number) {
            try {
                buy(buyer(number), number);
            } catch (RuntimeException e) {
                if (failed.getAndIncrement() == 0) {
                    System.out.println(name + ": " + e);
                }
            }
        }

        private UUID buy(String buyer, int number) {
            var order =
                    api.post(buyer, "/api/orders", wish(number, 1)).get("id").asString();
            var page = api.post(buyer, "/api/orders/" + order + "/payments", Map.of("gateway", "sandbox"))
                    .get("redirectUrl")
                    .asString();
            api.form(page, "outcome=succeed");
            for (int look = 0; look < MOST_LOOKS; look++) {
                var vouchers =
                        api.waitFor(buyer, "/api/orders/" + order + "/vouchers").get("vouchers");
                if (vouchers.size() > 0) {
                    vouchers.get(0).get("token").asString();
                    return UUID.fromString(order);
                }
            }
            throw new IllegalStateException("no voucher of " + order);
        }

        private static String buyer(int number) {
            return number % 2 == 0 ? "demo-resident" : "demo-resident-2";
        }

        private Map<String, Object> wish(int number, int quantity) {
            var day = CrowdedTown.firstDay().plusDays(number % 20).atStartOfDay(CrowdedTown.ZONE);
            return Map.of(
                    "offerId",
                    offers.get(zipf.next()).toString(),
                    "slotStart",
                    day.toOffsetDateTime().toString(),
                    "quantity",
                    quantity);
        }

        /** As many calls as a checkout makes, of which none comes further than to be known and read. */
        double sentAway(int clients) throws Exception {
            return new Crowd(clients).perSecond(CHECKOUTS.getOrDefault(clients, 0), number -> {
                api.refused(buyer(number), "/api/orders", wish(number, 0));
                api.refused(buyer(number), "/api/orders", wish(number, -1));
                api.form("http://127.0.0.1:" + town.port() + "/sandbox/nothing", "outcome=succeed");
                api.get(buyer(number), "/api/me");
            });
        }

        /** One that was paid. */
        UUID paid() {
            return buy("demo-resident", 0);
        }

        private double[] times(int clients) {
            return perSecond.getOrDefault(clients, new double[0]);
        }

        private Figures figures(int clients) {
            var counted = new ArrayList<Double>();
            for (int round = 1; round < times(clients).length; round++) {
                counted.add(times(clients)[round]);
            }
            return new Figures(counted.stream().mapToDouble(Double::doubleValue).toArray());
        }

        double last(int clients) {
            return times(clients)[lastRound];
        }

        double median(int clients) {
            return figures(clients).median();
        }

        int errors() {
            return failed.get();
        }

        void print(int clients) {
            System.out.printf("  %2d at once, %-9s %s%n", clients, name, figures(clients));
        }

        @Override
        public void close() throws InterruptedException {
            town.close();
        }
    }
}
