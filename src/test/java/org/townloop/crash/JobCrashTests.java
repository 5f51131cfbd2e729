package org.townloop.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.townloop.TestTown;

/** The process dies in the middle of a job, as by kill -9, and is started again: the job does not stand still for long. */
class JobCrashTests {

    /** Many times the lease of a job, and a small part of what a resident may be let to wait. */
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    @Test
    void whatADeadProcessWasAtIsTakenOver() throws IOException {
        var database = TestTown.fresh();
        var jdbc = JdbcClient.create(TestTown.plain(database, database.app()));
        try (var town = new ChildTown(database, false)) {
            town.start();
            town.arm("Checkouts.expire:before");
            assertThat(town.hasHalted()).isTrue();
            assertThat(count(jdbc, "picked")).as("taken by who is dead").isOne();
            var died = Timestamp.from(Instant.now());

            town.start();
            await().atMost(PATIENCE).until(() -> count(jdbc, "last_success > ?", died) == 1);
        }
    }

    private static int count(JdbcClient jdbc, String which, Object... parameters) {
        return jdbc.sql("select count(*)::int from kernel.scheduled_task where task_name = 'expire-holds' and " + which)
                .params(parameters)
                .query(Integer.class)
                .single();
    }
}
