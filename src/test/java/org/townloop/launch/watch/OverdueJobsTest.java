package org.townloop.launch.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.townloop.TestTown;
import org.townloop.base.kernel.EventLag;

/** A job that nobody does is overdue, also if a process began it that is gone. */
class OverdueJobsTest {

    private static final Instant NOW = Instant.parse("2026-11-26T02:00:00Z");
    private static final Duration LONG = Duration.ofHours(2);

    private JdbcClient jdbc;

    @BeforeEach
    void open() {
        var town = TestTown.fresh();
        jdbc = JdbcClient.create(TestTown.plain(town, town.app()));
    }

    @Test
    void whatADeadProcessHadBegunIsOverdueAndWhatALivingOneDoesIsNot() {
        due("to come", NOW.plus(LONG), false, null);
        due("being done", NOW.minus(LONG), true, NOW.minusSeconds(5));
        assertThat(overdue()).isZero();
        due("never begun", NOW.minus(LONG), false, null);
        assertThat(overdue()).isOne();
        due("left", NOW.minus(LONG), true, NOW.minus(LONG));
        assertThat(overdue()).isEqualTo(2);
        due("left before its first beat", NOW.minus(LONG), true, null);
        assertThat(overdue()).isEqualTo(3);
    }

    private long overdue() {
        return new Figures(jdbc, mock(EventLag.class), Clock.fixed(NOW, ZoneOffset.UTC))
                .now()
                .jobsOverdue();
    }

    private void due(String name, Instant when, boolean picked, @Nullable Instant beat) {
        jdbc.sql("""
            insert into kernel.scheduled_task (task_name, task_instance, execution_time, picked, last_heartbeat, version)
            values (?, 'one', ?, ?, ?::timestamptz, 1)
            """)
                .params(Arrays.<@Nullable Object>asList(
                        name, Timestamp.from(when), picked, beat == null ? null : Timestamp.from(beat)))
                .update();
    }
}
