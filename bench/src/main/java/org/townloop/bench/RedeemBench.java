package org.townloop.bench;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.util.FileSystemUtils;

/** Vouchers redeemed over HTTP: one by one, ten scanners for each at once, and the queue of a device. */
final class RedeemBench {

    private static final int CLIENTS = 16;
    private static final int ONLINE = 1_000;
    private static final int CONTESTED = 50;
    private static final int RIVALS = 10;
    private static final int OFFLINE = 1_000;
    private static final int LIMIT_ROWS = 6_400;

    private final Path root;
    private final Path target;
    private final int rounds;
    private final AtomicInteger errors = new AtomicInteger();

    RedeemBench(Path root, Path target, int rounds) {
        this.root = root;
        this.target = target;
        this.rounds = rounds;
    }

    String run() throws Exception {
        var data = target.resolve("redeem-town");
        FileSystemUtils.deleteRecursively(data);
        var command = List.of(root.resolve("bin/townloop").toString(), "demo");
        try (var town =
                Program.start(command, Map.of("TOWNLOOP_DATA", data.toString()), target.resolve("redeem-town.log"))) {
            if (town.secondsToFirstPage() < 0) {
                throw new IllegalStateException("the town did not start: " + target.resolve("redeem-town.log"));
            }
            var line = measured(new Api(town.port()), data);
            audit(data);
            return line + " errors=" + errors.get();
        }
    }

    private String measured(Api api, Path data) throws Exception {
        var vouchers = SoldVouchers.boughtOnce(api, data);
        var limits = new Limits(vouchers);
        var device = Device.enrolled(api);
        online(api, vouchers.tokens(ONLINE)); // to warm up
        var ours = new double[rounds];
        var contested = new double[rounds];
        var offline = new double[rounds];
        var verifies = new double[rounds];
        var batched = new double[rounds];
        var single = new double[rounds];
        var ofLimit = new double[rounds];
        var ofSingle = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            verifies[round] = limits.verifies(20_000);
            batched[round] = limits.batched(LIMIT_ROWS);
            single[round] = limits.single(LIMIT_ROWS);
            ours[round] = online(api, vouchers.tokens(ONLINE));
            contested[round] = contested(api, vouchers.tokens(CONTESTED));
            offline[round] = offline(device, vouchers.tokens(OFFLINE));
            ofLimit[round] = ours[round] / Math.min(verifies[round], batched[round]);
            ofSingle[round] = ours[round] / single[round];
        }
        System.out.println("a second, each round beside the others");
        System.out.println("  redeemed, 16 at once, one a request  " + new Figures(ours));
        System.out.println("  scans, 10 rivals for each voucher    " + new Figures(contested));
        System.out.println("  redeemed from a device's queue       " + new Figures(offline));
        System.out.println("  limit: ES256 verified                " + new Figures(verifies));
        System.out.println("  limit: batched update                " + new Figures(batched));
        System.out.println("  peer sql: one update a request       " + new Figures(single));
        return "ours=%.0f/s limit=%.4f peer:sql=%.4f offline=%.0f/s rivals=%.0f/s"
                .formatted(
                        new Figures(ours).median(),
                        new Figures(ofLimit).median(),
                        new Figures(ofSingle).median(),
                        new Figures(offline).median(),
                        new Figures(contested).median());
    }

    private double online(Api api, List<String> tokens) throws Exception {
        return new Crowd(CLIENTS).perSecond(tokens.size(), i -> {
            if (!outcome(api, tokens.get(i)).equals("REDEEMED")) {
                errors.incrementAndGet();
            }
        });
    }

    /** Ten at once for each voucher: exactly one wins. */
    private double contested(Api api, List<String> tokens) throws Exception {
        var start = System.nanoTime();
        try (var pool = Executors.newFixedThreadPool(RIVALS)) {
            for (var token : tokens) {
                var barrier = new CyclicBarrier(RIVALS);
                var scans = new ArrayList<Future<String>>();
                for (int rival = 0; rival < RIVALS; rival++) {
                    scans.add(pool.submit(() -> {
                        barrier.await();
                        return outcome(api, token);
                    }));
                }
                int winners = 0;
                for (var scan : scans) {
                    winners += scan.get().equals("REDEEMED") ? 1 : 0;
                }
                errors.addAndGet(Math.abs(winners - 1));
            }
        }
        return tokens.size() * RIVALS / ((System.nanoTime() - start) / 1e9);
    }

    private double offline(Device device, List<String> tokens) throws Exception {
        var scans = device.scans(tokens);
        var start = System.nanoTime();
        int redeemed = 0;
        for (int from = 0; from < scans.size(); from += 100) {
            redeemed += device.send(scans.subList(from, Math.min(scans.size(), from + 100)));
        }
        errors.addAndGet(tokens.size() - redeemed);
        return tokens.size() / ((System.nanoTime() - start) / 1e9);
    }

    private static String outcome(Api api, String token) {
        var item = Map.of(
                "token",
                token,
                "nonce",
                UUID.randomUUID().toString(),
                "scannedAt",
                Instant.now().truncatedTo(ChronoUnit.MILLIS).toString(),
                "offline",
                false);
        return api.post("demo-counter", "/api/redemptions", Map.of("items", List.of(item)))
                .get("results")
                .get(0)
                .get("outcome")
                .asString();
    }

    private void audit(Path data) throws Exception {
        var builder = new ProcessBuilder(root.resolve("bin/townloop").toString(), "ledger", "audit")
                .redirectErrorStream(true)
                .redirectOutput(target.resolve("redeem-audit.log").toFile());
        builder.environment().put("TOWNLOOP_DATA", data.toString());
        if (builder.start().waitFor() != 0) {
            errors.incrementAndGet();
            System.out.println("the audit does not hold: " + target.resolve("redeem-audit.log"));
        }
    }
}
