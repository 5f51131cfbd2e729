package org.townloop.bench;

import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/** Some people who do the same thing at once, each as soon as they are done with the last one. */
record Crowd(int people) {

    /** Does it for 0 to {@code count - 1}. @return how many of them a second */
    double perSecond(int count, IntConsumer work) throws Exception {
        var next = new AtomicInteger();
        var start = System.nanoTime();
        try (var pool = Executors.newFixedThreadPool(people)) {
            var all = new ArrayList<Future<?>>();
            for (int i = 0; i < people; i++) {
                all.add(pool.submit(() -> {
                    for (int item = next.getAndIncrement(); item < count; item = next.getAndIncrement()) {
                        work.accept(item);
                    }
                }));
            }
            for (var one : all) {
                one.get();
            }
        }
        return count / ((System.nanoTime() - start) / 1e9);
    }
}
