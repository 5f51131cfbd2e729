package org.townloop.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.townloop.launch.postgres.Database;

/**
 * Many residents on their way from a hold to a visit, in a town that is killed again and again meanwhile: at a step of
 * checkout that one of them gets to, or at any moment, as by kill -9. Whatever was not answered is asked again with the same
 * key as soon as the town is open again.
 */
final class KilledCrowd {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Duration NOTICED = Duration.ofSeconds(2);
    private static final int LONGEST_LIFE = 1_500;

    private final ChildTown town;
    private final Random random;
    private final List<Walker> walkers;
    private final AtomicInteger deaths = new AtomicInteger();
    private final AtomicInteger arrived = new AtomicInteger();
    private volatile boolean isOpen = true;

    KilledCrowd(ChildTown town, Database database, int size, Random random) {
        this.town = town;
        this.random = random;
        this.walkers = IntStream.range(0, size)
                .mapToObj(number -> new Walker(town, database))
                .toList();
    }

    /** A way that is gone on with however often the town dies. */
    private final class Walker extends CrashWalk {

        Walker(ChildTown town, Database database) {
            super(town, database);
        }

        @Override
        <T> T again(Call<T> call) throws IOException {
            while (true) {
                await().atMost(PATIENCE).until(() -> isOpen);
                var before = deaths.get();
                try {
                    return call.make();
                } catch (IOException | AssertionError | IllegalArgumentException e) {
                    if (!hasDied(before)) {
                        throw e;
                    }
                }
            }
        }

        Void walk() throws IOException {
            toTheCounter();
            var verdict = again(this::redeem);
            assertThat(verdict).isEqualTo("REDEEMED");
            arrived.incrementAndGet();
            return null;
        }
    }

    /**
     * Lets all of them walk, and kills the town until so many ways were cut, or none is on the way.
     *
     * @return how many were cut, each as often as it was
     */
    int walk(int wanted) throws Exception {
        var cut = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var ways = walkers.stream()
                    .map(walker -> threads.submit((Callable<Void>) walker::walk))
                    .toList();
            while (cut < wanted && ways.stream().anyMatch(way -> !way.isDone())) {
                cut += kill();
            }
            for (var way : ways) {
                way.get();
            }
        }
        walkers.forEach(CrashWalk::requireOneOfEach);
        return cut;
    }

    /** Whether a call that failed was cut: who dies is noticed a moment later. */
    private boolean hasDied(int before) {
        var until = System.nanoTime() + NOTICED.toNanos();
        while (isOpen && deaths.get() == before && !town.isDead() && System.nanoTime() < until) {
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
        return !isOpen || deaths.get() != before || town.isDead();
    }

    private int kill() throws IOException {
        if (random.nextBoolean()) {
            town.arm(CrashTests.STEPS.get(random.nextInt(CrashTests.STEPS.size())));
        }
        town.liveFor(Duration.ofMillis(random.nextInt(LONGEST_LIFE)));
        isOpen = false;
        var cut = walkers.size() - arrived.get();
        town.kill();
        deaths.incrementAndGet();
        town.restart();
        isOpen = true;
        return cut;
    }
}
