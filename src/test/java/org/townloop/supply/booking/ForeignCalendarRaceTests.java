package org.townloop.supply.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.townloop.Rounds;
import org.townloop.base.kernel.Outcome;
import org.townloop.supply.SupplyTest;

/** A hold and a calendar that takes its time, at one moment. */
@SupplyTest
class ForeignCalendarRaceTests extends ForeignCalendarTown {

    ForeignCalendarRaceTests(ApplicationContext town) {
        super(town);
    }

    private final Executor threads = Executors.newVirtualThreadPerTaskExecutor();

    /** Whoever holds while a calendar is written waits for it, and finds the time taken. */
    @Rounds
    void aHoldThatComesWhileACalendarIsWrittenFindsIt() throws Exception {
        assertThat(heldWhileWriting(() -> absences.lock(salon.place()))).isInstanceOf(Outcome.Refused.class);
    }

    /** Without the lock it does not wait, and is booked at a time that is busy: the test can see it. */
    @Test
    void withoutTheLockItIsBookedAtABusyTime() throws Exception {
        assertThat(heldWhileWriting(() -> {})).isInstanceOf(Outcome.Done.class);
    }

    private Outcome<List<Claimed>> heldWhileWriting(Runnable lock) throws Exception {
        server.has("a");
        add();
        var written = new CountDownLatch(1);
        var asked = new CountDownLatch(1);
        var writing = CompletableFuture.runAsync(
                () -> new TransactionTemplate(town.getBean(PlatformTransactionManager.class))
                        .executeWithoutResult(status -> {
                            lock.run();
                            insert();
                            written.countDown();
                            await(asked);
                        }),
                threads);
        await(written);
        var hold = CompletableFuture.supplyAsync(() -> counter.hold(salon.order(), haircut, THREE, 1), threads);
        try {
            hold.get(2, TimeUnit.SECONDS);
        } catch (java.util.concurrent.TimeoutException e) {
            assertThat(hold).isNotDone();
        }
        asked.countDown();
        writing.get(5, TimeUnit.SECONDS);
        return hold.get(5, TimeUnit.SECONDS);
    }

    /** As {@link Absences#write} does, but for what is told after it, which takes the lock by itself. */
    private void insert() {
        town.getBean(org.springframework.jdbc.core.simple.JdbcClient.class)
                .sql("""
                    insert into booking.foreign_time (region_id, subject_id, starts_at, ends_at, place_id)
                    values (?, ?, ?::timestamptz, ?::timestamptz, ?)
                    """)
                .params(
                        salon.region().number(),
                        lin,
                        THREE.toString(),
                        THREE.plus(Duration.ofHours(1)).toString(),
                        salon.place().value())
                .update();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
