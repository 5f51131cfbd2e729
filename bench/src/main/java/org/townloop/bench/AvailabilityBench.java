package org.townloop.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;
import org.townloop.launch.QuietTown;
import org.townloop.supply.booking.Availability;
import org.townloop.supply.offer.OfferId;
import org.townloop.supply.offer.Offers;

/** Who of very many is free for an hour between six and nine in the evening; and the month of one that is very large. */
final class AvailabilityBench {

    private static final int SALONS = 10_000;
    private static final int QUESTIONS = 2_000;
    private static final int SQL_QUESTIONS = CrowdedTown.DAYS;
    private static final int MONTHS = 300;

    private final Path root;
    private final Path target;
    private final int rounds;
    private int errors;

    AvailabilityBench(Path root, Path target, int rounds) {
        this.root = root;
        this.target = target;
        this.rounds = rounds;
    }

    private interface Question {
        BitSet ask(LocalDate day) throws Exception;
    }

    String run() throws Exception {
        var data = Path.of(System.getenv("TOWNLOOP_DATA"));
        FileSystemUtils.deleteRecursively(data);
        found(data);
        try (var town = QuietTown.open()) {
            var crowded = new CrowdedTown(data);
            var salons = crowded.add(SALONS, 1, 1, 55);
            var large = crowded.add(1, 50, 80, 40).getFirst();
            try (var connection = crowded.connect()) {
                return measured(town, connection, salons) + month(town, large) + " errors=" + errors;
            }
        }
    }

    private void found(Path data) throws Exception {
        var command = List.of(root.resolve("bin/townloop").toString(), "demo");
        var log = target.resolve("availability-town.log");
        try (var town = Program.start(command, Map.of("TOWNLOOP_DATA", data.toString()), log)) {
            if (town.secondsToFirstPage() < 0) {
                throw new IllegalStateException("the town did not start: " + log);
            }
        }
    }

    private String measured(ConfigurableApplicationContext town, Connection connection, List<UUID> salons)
            throws Exception {
        var availability = town.getBean(Availability.class);
        var numbers = salons.stream()
                .mapToInt(id -> availability.number(new OfferId(id)))
                .toArray();
        var sql = MultirangeQuestion.over(connection, salons);
        var scan = BitScan.over(connection, salons);
        var first = CrowdedTown.firstDay();
        var began = System.nanoTime();
        availability.freeAt(numbers, from(first), to(first));
        System.out.printf("  read %,d salons on first use in %.1f s%n", SALONS, (System.nanoTime() - began) / 1e9);

        Question ours = day -> availability.freeAt(numbers, from(day), to(day));
        Question limit = day -> {
            var mark = (int) Duration.between(from(first).minus(Duration.ofHours(18)), from(day))
                            .toMinutes()
                    / 5;
            return scan.ask(mark, mark + 36);
        };
        Question peer = day -> sql.ask(day, from(day), to(day));
        compare(ours, limit, peer);
        perSecond(ours, QUESTIONS); // to warm up
        perSecond(limit, QUESTIONS);
        var figures = new double[5][rounds];
        for (int round = 0; round < rounds; round++) {
            figures[0][round] = perSecond(ours, QUESTIONS);
            figures[1][round] = perSecond(limit, QUESTIONS);
            figures[2][round] = perSecond(peer, SQL_QUESTIONS);
            figures[3][round] = figures[0][round] / figures[1][round];
            figures[4][round] = figures[0][round] / figures[2][round];
        }
        System.out.printf("questions a second over %,d salons, one thread, each round beside the others%n", SALONS);
        System.out.println("  ours                        " + new Figures(figures[0]));
        System.out.println("  limit: scan of the bits     " + new Figures(figures[1]));
        System.out.println("  peer sql: multiranges       " + new Figures(figures[2]));
        System.out.println("  the peer's plan:\n" + sql.plan(first, from(first), to(first)));
        return "ours=%.0f/s limit=%.4f peer:sql=%.1f"
                .formatted(
                        new Figures(figures[0]).median(),
                        new Figures(figures[3]).median(),
                        new Figures(figures[4]).median());
    }

    /** All three say the same of every salon on every day. */
    private void compare(Question ours, Question limit, Question peer) throws Exception {
        long free = 0;
        for (int day = 0; day < CrowdedTown.DAYS; day++) {
            var date = CrowdedTown.firstDay().plusDays(day);
            var said = ours.ask(date);
            var scanned = limit.ask(date);
            var queried = peer.ask(date);
            free += said.cardinality();
            errors += different(said, queried) + different(scanned, queried);
        }
        System.out.printf("  %,d of %,d answers are yes; %d differ%n", free, (long) SALONS * CrowdedTown.DAYS, errors);
    }

    private static int different(BitSet one, BitSet other) {
        var difference = (BitSet) one.clone();
        difference.xor(other);
        return difference.cardinality();
    }

    private static double perSecond(Question question, int count) throws Exception {
        long yes = 0;
        var start = System.nanoTime();
        for (int i = 0; i < count; i++) {
            yes += question.ask(CrowdedTown.firstDay().plusDays(i % CrowdedTown.DAYS))
                    .length();
        }
        if (yes == 0) {
            throw new IllegalStateException("nobody is free");
        }
        return count / ((System.nanoTime() - start) / 1e9);
    }

    /** The free starts of a month, each with how many can begin then. */
    private String month(ConfigurableApplicationContext town, UUID id) {
        var availability = town.getBean(Availability.class);
        var offer = town.getBean(Offers.class).get(new OfferId(id));
        var from = Instant.now();
        var to = from.plus(Duration.ofDays(31));
        var millis = new double[MONTHS];
        int slots = 0;
        for (int i = -MONTHS; i < MONTHS; i++) {
            var start = System.nanoTime();
            slots = availability.slots(offer, from, to).size();
            if (i >= 0) {
                millis[i] = (System.nanoTime() - start) / 1e6;
            }
        }
        var figures = new Figures(millis);
        System.out.printf("a month of 50 people and 80 rooms, %,d starts, in ms%n", slots);
        System.out.printf("  p50 %.2f   p99 %.2f%n", figures.median(), figures.at(0.99));
        return " month=%.2fms month99=%.2fms".formatted(figures.median(), figures.at(0.99));
    }

    private static Instant from(LocalDate day) {
        return day.atTime(18, 0).atZone(CrowdedTown.ZONE).toInstant();
    }

    private static Instant to(LocalDate day) {
        return day.atTime(21, 0).atZone(CrowdedTown.ZONE).toInstant();
    }
}
