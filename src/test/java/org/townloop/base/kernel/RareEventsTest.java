package org.townloop.base.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.townloop.TestTown;
import org.townloop.launch.postgres.Database;
import tools.jackson.databind.json.JsonMapper;

/** Whom few events are for does not look through all others again and again, and misses none. */
class RareEventsTest {

    private record Rare(List<Long> told, boolean durable) implements EventConsumer {

        @Override
        public String name() {
            return "rare";
        }

        @Override
        public Set<String> types() {
            return Set.of("Rare");
        }

        @Override
        public void accept(List<RecordedEvent> events) {
            events.forEach(event -> told.add(event.position()));
        }
    }

    private final Database database = TestTown.fresh();
    private final JdbcTemplate owner = new JdbcTemplate(TestTown.plain(database, database.owner()));
    private final EventCursors cursors = cursors();

    /** The control of what is skipped: somebody writes late, below what was seen by then. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatIsWrittenLateIsReadAlthoughNothingWasFoundBefore(boolean durable) throws Exception {
        var rare = new Rare(new ArrayList<>(), durable);
        var reader = new EventReader(rare, cursors);
        try (var late = TestTown.plain(database, database.app()).getConnection();
                var statement = late.createStatement()) {
            late.setAutoCommit(false);
            statement.execute(event("Rare"));
            transactions(1_500);
            owner.execute(event("Other"));
            assertThat(reader.readBatch()).isZero();
            assertThat(reader.readBatch()).isZero();
            late.commit();
        }
        assertThat(reader.readBatch()).isPositive();
        assertThat(reader.readBatch()).isZero();
        owner.execute(event("Rare"));
        assertThat(reader.readBatch()).isPositive();
        assertThat(rare.told()).hasSize(2);
    }

    @Test
    void theCursorFollowsWhenItIsFarBehindAndNotAtEachLook() {
        var reader = new EventReader(new Rare(new ArrayList<>(), true), cursors);
        reader.readBatch();
        var before = cursor();
        transactions(100);
        reader.readBatch();
        assertThat(cursor()).isEqualTo(before);
        transactions(1_000);
        reader.readBatch();
        assertThat(cursor()).isGreaterThan(before + 1_000);
    }

    /** Who goes back begins there again, whatever was seen. */
    @Test
    void aCursorThatIsSetBackIsReadFromThere() {
        var rare = new Rare(new ArrayList<>(), true);
        var reader = new EventReader(rare, cursors);
        owner.execute(event("Rare"));
        assertThat(reader.readBatch()).isPositive();
        assertThat(reader.readBatch()).isZero();
        owner.update("update kernel.cursor set xid = '0', position = 0 where consumer = 'rare'");
        assertThat(reader.readBatch()).isPositive();
        assertThat(rare.told()).hasSize(2);
    }

    private EventCursors cursors() {
        var source = TestTown.plain(database, database.app());
        return new EventCursors(
                JdbcClient.create(source),
                JsonMapper.builder().build(),
                Clock.systemUTC(),
                new JdbcTransactionManager(source));
    }

    private long cursor() {
        return owner.queryForList("select xid::text::bigint from kernel.cursor where consumer = 'rare'", Long.class)
                .getFirst();
    }

    /** In which nothing is told. */
    private void transactions(int count) {
        owner.execute("do $$ begin for i in 1..%d loop perform pg_current_xact_id(); commit; end loop; end $$"
                .formatted(count));
    }

    private static String event(String type) {
        return "insert into kernel.event (region_id, type, subject, payload, at)"
                + " values (990001, '%s', gen_random_uuid(), '{}', now())".formatted(type);
    }
}
