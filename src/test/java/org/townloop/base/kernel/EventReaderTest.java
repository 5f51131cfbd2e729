package org.townloop.base.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.townloop.TestClock;
import org.townloop.TestTown;
import org.townloop.launch.postgres.Database;
import tools.jackson.databind.json.JsonMapper;

/** FAULTS 33: an event that a consumer cannot digest is set aside, and whatever comes after it flows. */
class EventReaderTest {

    private static final String POISON = "not a number";

    private JdbcClient jdbc;
    private EventCursors cursors;
    private TransactionTemplate transaction;
    private LogOfATown log;

    @BeforeEach
    void aLogWithABadRowInIt() {
        Database database = TestTown.fresh();
        var source = TestTown.plain(database, database.owner());
        var transactions = new JdbcTransactionManager(source);
        jdbc = JdbcClient.create(source);
        jdbc.sql("create table public.eaten (number int primary key)").update();
        cursors = new EventCursors(jdbc, JsonMapper.builder().build(), java.time.Clock.systemUTC(), transactions);
        transaction = new TransactionTemplate(transactions);
        log = new LogOfATown(database);
        log.tell(1, 2);
        poison();
        log.tell(3, 4);
    }

    /** As by a slip of an earlier version. */
    private void poison() {
        jdbc.sql("""
            insert into kernel.event (region_id, type, subject, payload, at)
            values (990001, 'Happened', ?, jsonb_build_object('number', ?), now())
            """)
                .params(Ids.next(new RegionId(990_001), TestClock.START), POISON)
                .update();
    }

    @Test
    void whatCannotBeDigestedIsSetAsideOnceAndTheRestFlows() {
        var reader = new EventReader(eater(), cursors);
        assertThat(reader.readBatch()).isPositive();
        assertThat(eaten()).containsExactly(1, 2, 3, 4);
        assertThat(setAside()).singleElement().asString().contains("NumberFormatException");
        log.tell(5, 6);
        assertThat(reader.readBatch()).isPositive();
        assertThat(reader.readBatch()).as("nothing is read twice").isZero();
        assertThat(eaten()).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(setAside()).hasSize(1);
    }

    /** The control: a reader that takes its batch whole or not at all stands still before the bad row for ever. */
    @Test
    void withoutSettingItAsideNothingEverFlowsAgain() {
        for (int attempt = 0; attempt < 3; attempt++) {
            assertThatThrownBy(() -> transaction.executeWithoutResult(_ -> {
                        var cursor = Objects.requireNonNull(cursors.lock("eater"));
                        var batch = cursors.after(cursor, eater().types(), 500);
                        eater().accept(batch);
                        cursors.move(
                                "eater",
                                new EventCursors.Cursor(
                                        batch.getLast().xid(), batch.getLast().position()));
                    }))
                    .isInstanceOf(NumberFormatException.class);
        }
        assertThat(eaten()).isEmpty();
    }

    @Test
    void thatTheDatabaseIsAwayIsNoEventsFault() {
        var away = new EventConsumer() {
            @Override
            public String name() {
                return "away";
            }

            @Override
            public Set<String> types() {
                return eater().types();
            }

            @Override
            public void accept(List<RecordedEvent> events) {
                throw new DataAccessResourceFailureException("the disk is full");
            }
        };
        assertThatThrownBy(() -> new EventReader(away, cursors).readBatch())
                .isInstanceOf(DataAccessResourceFailureException.class);
        assertThat(setAside()).isEmpty();
    }

    /** Writes down what it is told; of what it fails at nothing may stay. */
    private EventConsumer eater() {
        return new EventConsumer() {
            @Override
            public String name() {
                return "eater";
            }

            @Override
            public Set<String> types() {
                return Set.of("Happened");
            }

            @Override
            public void accept(List<RecordedEvent> events) {
                for (var event : events) {
                    jdbc.sql("insert into public.eaten select coalesce(max(number), 0) + 1 from public.eaten")
                            .update();
                    var number = Integer.parseInt(event.payload().get("number").asString());
                    jdbc.sql("update public.eaten set number = ? where number = (select max(number) from public.eaten)")
                            .param(number)
                            .update();
                }
            }
        };
    }

    private List<Integer> eaten() {
        return jdbc.sql("select number from public.eaten order by number")
                .query((row, number) -> row.getInt("number"))
                .list();
    }

    private List<String> setAside() {
        return jdbc.sql("select failure from kernel.set_aside")
                .query((row, number) -> row.getString("failure"))
                .list();
    }
}
