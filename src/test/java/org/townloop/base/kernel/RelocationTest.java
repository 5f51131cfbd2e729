package org.townloop.base.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.townloop.TestTown;
import org.townloop.launch.postgres.Database;

/** Events that were copied from another cluster: nobody skips one, nobody is told one twice. */
class RelocationTest {

    private final Database database = TestTown.fresh();
    private final JdbcTemplate owner = new JdbcTemplate(TestTown.plain(database, database.owner()));
    private final LogOfATown log = new LogOfATown(database);

    @Test
    void aConsumerGoesOnWhereItStopped() throws SQLException {
        log.tell(1, 10);
        assertThat(log.read("half")).isEqualTo(numbers(1, 10));
        log.tell(11, 20);
        copyFromAClusterThatIsFarAhead();

        settle();
        assertThat(log.read("half")).isEqualTo(numbers(11, 20));
        assertThat(log.read("half")).isEmpty();
        assertThat(log.read("new")).isEqualTo(numbers(1, 20));
        log.tell(21, 25);
        assertThat(log.read("half")).isEqualTo(numbers(21, 25));
    }

    @Test
    void asTheyAreCopiedTheyAreSkipped() {
        log.tell(1, 5);
        assertThat(log.read("all")).isEqualTo(numbers(1, 5));
        log.tell(6, 9);
        copyFromAClusterThatIsFarAhead();

        assertThat(log.read("all")).as("the control: nothing was settled").isEmpty();
        log.tell(10, 11);
        assertThat(log.read("all")).as("what happens from now on is lost to it").isEmpty();
    }

    @Test
    void aTownMayMoveTwice() throws SQLException {
        log.tell(1, 6);
        assertThat(log.read("half")).hasSize(6);
        log.tell(7, 8);
        settle();
        owner.update("delete from kernel.event where position < 3");
        log.tell(9, 9);
        settle();
        assertThat(log.read("half")).isEqualTo(numbers(7, 9));
    }

    @Test
    void whatWasSetAsideStaysWithItsEvent() throws SQLException {
        log.tell(1, 4);
        owner.update("""
            insert into kernel.set_aside (consumer, xid, position, failure, at)
            select 'poisoned', xid, position, 'could not', now() from kernel.event where payload ->> 'number' = '3'
            """);
        copyFromAClusterThatIsFarAhead();
        settle();
        assertThat(owner.queryForList("""
            select e.payload ->> 'number' from kernel.set_aside a
            join kernel.event e on e.xid = a.xid and e.position = a.position
            """, String.class)).containsExactly("3");
    }

    /** The old ids, as many transactions ahead as another machine may have seen. */
    private void copyFromAClusterThatIsFarAhead() {
        for (var table : List.of("kernel.event", "kernel.cursor", "kernel.set_aside")) {
            owner.update("update " + table + " set xid = (xid::text::bigint + 9000000000)::text::xid8");
        }
    }

    private void settle() throws SQLException {
        try (var connection = TestTown.plain(database, database.owner()).getConnection()) {
            connection.setAutoCommit(false);
            Relocation.settle(connection);
            connection.commit();
        }
    }

    private static List<Integer> numbers(int from, int to) {
        return IntStream.rangeClosed(from, to).boxed().toList();
    }
}
