package org.townloop.base.kernel;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.townloop.TestClock;
import org.townloop.TestTown;
import org.townloop.launch.postgres.Database;
import tools.jackson.databind.json.JsonMapper;

/** The event log of one database, with a durable consumer that notes what it is told. */
public final class LogOfATown {

    /** Something that happened, with its number in the order it was told. */
    public record Happened(UUID subject, int number) implements Event {}

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final EventLog log;
    private final EventCursors cursors;
    private final TransactionTemplate transaction;

    public LogOfATown(Database database) {
        this(TestTown.plain(database, database.app()));
    }

    private LogOfATown(DataSource source) {
        var clock = Clock.systemUTC();
        var transactions = new JdbcTransactionManager(source);
        this.log = new EventLog(new JdbcTemplate(source), JSON, clock, new EventBell(source));
        this.cursors = new EventCursors(JdbcClient.create(source), JSON, clock, transactions);
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Tells of the events with these numbers, each in a transaction of its own. */
    public void tell(int from, int to) {
        for (int number = from; number <= to; number++) {
            var happened = new Happened(Ids.next(new RegionId(990_001), TestClock.START), number);
            transaction.executeWithoutResult(status -> log.append(happened));
        }
    }

    /** The numbers that the consumer of that name is told now, at most one batch of them. */
    public List<Integer> read(String name) {
        var told = new ArrayList<Integer>();
        new EventReader(consumer(name, told), cursors).readBatch();
        return told;
    }

    private static EventConsumer consumer(String name, List<Integer> told) {
        return new EventConsumer() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Set<String> types() {
                return Set.of(Happened.class.getSimpleName());
            }

            @Override
            public void accept(List<RecordedEvent> events) {
                events.forEach(event -> told.add(event.payload().get("number").asInt()));
            }
        };
    }
}
