package org.townloop.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.util.FileSystemUtils;

/** One offer of which there are ten thousand, and twenty times as many who want one; some of them ask twice. */
final class FlashBench {

    private static final int CLIENTS = 64;
    private static final int UNITS = 10_000;
    private static final int ATTEMPTS = 200_000;
    private static final int FLOOR = 20_000;
    private static final int STOCK = 6_400;
    private static final int AGAIN = 10;

    private final Path root;
    private final Path target;
    private final int rounds;
    private final AtomicInteger errors = new AtomicInteger();

    FlashBench(Path root, Path target, int rounds) {
        this.root = root;
        this.target = target;
        this.rounds = rounds;
    }

    String run() throws Exception {
        var data = target.resolve("flash-town");
        FileSystemUtils.deleteRecursively(data);
        var log = target.resolve("flash-town.log");
        var command = List.of(root.resolve("bin/townloop").toString(), "demo");
        try (var town = Program.start(command, Map.of("TOWNLOOP_DATA", data.toString()), log)) {
            if (town.secondsToFirstPage() < 0) {
                throw new IllegalStateException("the town did not start: " + log);
            }
            var offers = new WantedMenus(data).add(rounds + 1);
            return measured(new Api(town.port()), data, offers) + " errors=" + errors.get();
        }
    }

    private String measured(Api api, Path data, List<UUID> offers) throws Exception {
        var sold = new double[rounds];
        var refused = new double[rounds];
        var ofLimit = new double[rounds];
        var ofFloor = new double[rounds];
        var ofSql = new double[rounds];
        var first = held(api, offers.getFirst()); // and warms up
        for (int round = 0; round < rounds; round++) {
            var flash = new Flash(api, offers.get(round + 1));
            sold[round] = flash.perSecond(UNITS + UNITS / AGAIN);
            refused[round] = flash.perSecond(ATTEMPTS - UNITS - UNITS / AGAIN);
            var floor = new Crowd(CLIENTS)
                    .perSecond(FLOOR, i -> api.refused(buyer(i), "/api/orders", wish(offers.getFirst(), 0)));
            var rows = SameRows.ofHold(data, first).perSecond(UNITS / 64 * 64);
            var sql = stock(data);
            ofLimit[round] = sold[round] / rows;
            ofFloor[round] = refused[round] / floor;
            ofSql[round] = sold[round] / sql;
            errors.addAndGet(Math.abs(units(data, offers.get(round + 1)) - UNITS));
            System.out.printf(
                    "  round %d: sold %,.0f/s, rows %,.0f, refused %,.0f/s, floor %,.0f, sql %,.0f%n",
                    round + 1, sold[round], rows, refused[round], floor, sql);
        }
        return "ours=%.0f/s limit=%.4f refused=%.2f peer:sql=%.4f"
                .formatted(
                        new Figures(sold).median(),
                        new Figures(ofLimit).median(),
                        new Figures(ofFloor).median(),
                        new Figures(ofSql).median());
    }

    /** Those who want one offer; each tenth asks once more with the key of one who has got it. */
    private final class Flash {

        private final Api api;
        private final UUID offer;
        private final Map<String, String> orders = new ConcurrentHashMap<>();
        private final ConcurrentLinkedQueue<String> keys = new ConcurrentLinkedQueue<>();

        Flash(Api api, UUID offer) {
            this.api = api;
            this.offer = offer;
        }

        double perSecond(int attempts) throws Exception {
            return new Crowd(CLIENTS).perSecond(attempts, this::attempt);
        }

        private void attempt(int number) {
            var again = number % (AGAIN + 1) == AGAIN ? keys.poll() : null;
            var key = again == null ? UUID.randomUUID().toString() : again;
            var answer = api.hold("demo-resident", key, wish(offer, 1));
            if (answer.status() == 201) {
                var before = orders.putIfAbsent(key, answer.order());
                if (before == null) {
                    keys.add(key);
                } else if (!before.equals(answer.order())) {
                    errors.incrementAndGet();
                }
            } else if (answer.status() != 409 || again != null) {
                errors.incrementAndGet();
            }
        }
    }

    private static String buyer(int number) {
        return number % 2 == 0 ? "demo-resident" : "demo-resident-2";
    }

    private static Map<String, Object> wish(UUID offer, int quantity) {
        var day = CrowdedTown.firstDay().atStartOfDay(CrowdedTown.ZONE).toOffsetDateTime();
        return Map.of("offerId", offer.toString(), "slotStart", day.toString(), "quantity", quantity);
    }

    private static UUID held(Api api, UUID offer) {
        for (int i = 0; i < 2_000; i++) {
            api.post(buyer(i), "/api/orders", wish(offer, 1));
        }
        return UUID.fromString(
                api.post(buyer(0), "/api/orders", wish(offer, 1)).get("id").asString());
    }

    /** One row, and an update with its condition for each request: a second, by 16 connections. */
    private static double stock(Path data) throws Exception {
        var free = new ArrayList<Connection>();
        for (int i = 0; i < 16; i++) {
            free.add(new CrowdedTown(data).connect());
        }
        execute(free.getFirst(), "drop table if exists public.bench_stock");
        execute(free.getFirst(), "create table public.bench_stock (id int primary key, stock int not null)");
        execute(free.getFirst(), "insert into public.bench_stock values (1, 1000000)");
        var next = new AtomicInteger();
        var own = ThreadLocal.withInitial(() -> free.get(next.getAndIncrement()));
        try {
            return new Crowd(16).perSecond(STOCK, i -> {
                try {
                    execute(own.get(), "update public.bench_stock set stock = stock - 1 where id = 1 and stock > 0");
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            });
        } finally {
            for (var connection : free) {
                connection.close();
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** How many are held. */
    private static int units(Path data, UUID offer) throws IOException, SQLException {
        try (var connection = new CrowdedTown(data).connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select coalesce(sum(units), 0) from booking.day_claim where offer_id = '" + offer + "'")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
