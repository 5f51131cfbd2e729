package org.townloop.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;
import org.townloop.base.kernel.Combiner;
import org.townloop.base.kernel.Ids;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.RegionId;
import org.townloop.base.region.Shares;
import org.townloop.launch.QuietTown;
import org.townloop.loop.ledger.Capture;
import org.townloop.loop.ledger.Ledger;
import org.townloop.loop.ledger.Release;

/**
 * Orders that are captured, released to four and refunded in part, one after the other; moves that come while others are in the
 * database are written together next, as checkout does it.
 */
final class LedgerBench {

    private static final RegionId REGION = new RegionId(990_001);
    private static final int ACCOUNTS = 100_000;
    private static final int MOVES = 3;
    private static final int[] PEOPLE = {1, 64, 1_024};
    private static final int[] ORDERS = {500, 4_000, 4_000};
    private static final int LIMIT_ORDERS = 6_400;
    private static final int TOGETHER = 64;

    private final Path root;
    private final Path target;
    private final int rounds;
    private final AtomicInteger errors = new AtomicInteger();
    private final Shares shares =
            new Shares(500, 200, Ids.next(REGION, Instant.now()), 100, Ids.next(REGION, Instant.now()));

    LedgerBench(Path root, Path target, int rounds) {
        this.root = root;
        this.target = target;
        this.rounds = rounds;
    }

    String run() throws Exception {
        var data = Path.of(System.getenv("TOWNLOOP_DATA"));
        FileSystemUtils.deleteRecursively(data);
        found(data);
        try (var town = QuietTown.open();
                var owner = new CrowdedTown(data).connect()) {
            var merchants = merchants(owner);
            var line = measured(town, owner, merchants);
            var broken = town.getBean(Ledger.class).audit();
            broken.forEach(one -> System.out.println("  broken: " + one.invariant() + " " + one.example()));
            return line + " errors=" + (errors.get() + broken.size());
        }
    }

    private void found(Path data) throws Exception {
        var command = List.of(root.resolve("bin/townloop").toString(), "demo");
        var log = target.resolve("ledger-town.log");
        try (var town = Program.start(command, Map.of("TOWNLOOP_DATA", data.toString()), log)) {
            if (town.secondsToFirstPage() < 0) {
                throw new IllegalStateException("the town did not start: " + log);
            }
        }
    }

    private static List<UUID> merchants(Connection owner) throws SQLException {
        var merchants = new ArrayList<UUID>();
        try (var statement = owner.createStatement();
                var rows = statement.executeQuery("""
                    insert into ledger.account (region_id, kind, owner_id, currency)
                    select %d, 'MERCHANT', gen_random_uuid(), 'CNY' from generate_series(1, %d)
                    returning owner_id
                    """.formatted(REGION.number(), ACCOUNTS))) {
            while (rows.next()) {
                merchants.add(rows.getObject(1, UUID.class));
            }
        }
        try (var statement = owner.createStatement()) {
            statement.execute("analyze ledger.account");
        }
        return merchants;
    }

    private String measured(ConfigurableApplicationContext town, Connection owner, List<UUID> merchants)
            throws Exception {
        var ours = new double[PEOPLE.length][rounds];
        var limit = new double[rounds];
        var ofLimit = new double[rounds];
        var limits = new LedgerLimit(owner, REGION);
        perSecond(town, merchants, 8, 500); // to warm up
        for (int round = 0; round < rounds; round++) {
            limit[round] = MOVES * limits.perSecond(LIMIT_ORDERS);
            for (int crowd = 0; crowd < PEOPLE.length; crowd++) {
                ours[crowd][round] = MOVES * perSecond(town, merchants, PEOPLE[crowd], ORDERS[crowd]);
            }
            ofLimit[round] = ours[1][round] / limit[round];
        }
        System.out.println("moves a second (capture, release to four, refund), each round beside the limit");
        for (int crowd = 0; crowd < PEOPLE.length; crowd++) {
            System.out.printf("  %,5d at once                     %s%n", PEOPLE[crowd], new Figures(ours[crowd]));
        }
        System.out.println("  limit: the same rows by unnest   " + new Figures(limit));
        System.out.println("  peer pgledger: skipped, its SQL is in no package registry");
        return "ours=%.0f/s limit=%.4f one=%.0f/s thousand=%.0f/s"
                .formatted(
                        new Figures(ours[1]).median(),
                        new Figures(ofLimit).median(),
                        new Figures(ours[0]).median(),
                        new Figures(ours[2]).median());
    }

    /** How many orders a second. */
    private double perSecond(ConfigurableApplicationContext town, List<UUID> merchants, int people, int orders)
            throws Exception {
        var ledger = town.getBean(Ledger.class);
        var transaction = new TransactionTemplate(town.getBean(PlatformTransactionManager.class));
        var captures = combined(transaction, ledger::capture, Capture::cause);
        var releases = combined(transaction, ledger::release, Release::cause);
        var refunds = combined(transaction, backs -> refunded(ledger, backs), Capture::cause);
        var zipf = new Zipf(merchants.size(), 1.0);
        return new Crowd(people).perSecond(orders, i -> {
            var order = Ids.next(REGION, Instant.now());
            var sold = new Release(
                    order, yuan(8_001), merchants.get(zipf.next()), shares, "redemption of " + order, Instant.now());
            var moved = Stream.of(
                    captures.ask(new Capture(order, yuan(10_001), "capture " + order)),
                    releases.ask(sold),
                    refunds.ask(new Capture(order, yuan(2_000), "cancellation of " + order)));
            errors.addAndGet((int) moved.filter(one -> !one.orElse(false)).count());
        });
    }

    private static <Q> Combiner<Q, Boolean> combined(
            TransactionTemplate transaction, Function<Collection<Q>, Set<String>> write, Function<Q, String> cause) {
        return new Combiner<>(TOGETHER, Integer.MAX_VALUE, Duration.ofMinutes(1), moves -> {
            var moved = Objects.requireNonNull(transaction.execute(status -> write.apply(moves)));
            return moves.stream().map(move -> moved.contains(cause.apply(move))).toList();
        });
    }

    /** One by one, as the program does it: what is refunded is asked for by one person at a time. */
    private static Set<String> refunded(Ledger ledger, Collection<Capture> backs) {
        return backs.stream()
                .filter(back -> ledger.refund(back.order(), back.amount(), back.cause()))
                .map(Capture::cause)
                .collect(Collectors.toSet());
    }

    private static Money yuan(long minor) {
        return Money.of(minor, "CNY");
    }
}
