package org.townloop;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Runs rivals at the same time: all wait at a barrier until each is ready. */
public final class Race {

    private Race() {}

    /** The same with so many hands, each with its number; what each of them got. */
    public static <T> List<T> of(int hands, IntFunction<T> act) {
        var answers = new ConcurrentLinkedQueue<T>();
        of(IntStream.range(0, hands).mapToObj(hand -> () -> answers.add(act.apply(hand))));
        return List.copyOf(answers);
    }

    /** @throws AssertionError if one of them failed */
    public static void of(Stream<Runnable> rivals) {
        var runners = rivals.toList();
        var barrier = new CyclicBarrier(runners.size());
        var finishes = new ArrayList<Future<?>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var runner : runners) {
                finishes.add(threads.submit(() -> {
                    barrier.await();
                    runner.run();
                    return null;
                }));
            }
        }
        requireNoFailure(finishes);
    }

    private static void requireNoFailure(List<Future<?>> finishes) {
        for (var finish : finishes) {
            try {
                finish.get();
            } catch (ExecutionException e) {
                throw new AssertionError("a rival failed", e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError("interrupted", e);
            }
        }
    }
}
