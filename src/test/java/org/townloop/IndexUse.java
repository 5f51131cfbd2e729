package org.townloop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.townloop.launch.postgres.Database;

/**
 * Whether a query finds its rows by an index. Small tables are read whole whatever indexes they have, so that reading
 * whole is made dear: what still does so has no index that fits.
 */
public final class IndexUse {

    private IndexUse() {}

    /** Runs the queries of real code, and requires that the index was read. */
    public static void require(Database database, String index, Consumer<DataSource> queries) {
        var source = new SingleConnectionDataSource(
                database.url(), database.app().user(), database.app().password(), true);
        try {
            var jdbc = new JdbcTemplate(source);
            jdbc.execute("set enable_seqscan = off");
            var before = scans(jdbc, index);
            queries.accept(source);
            assertThat(scans(jdbc, index)).as("reads of %s", index).isGreaterThan(before);
        } finally {
            source.destroy();
        }
    }

    private static long scans(JdbcTemplate jdbc, String index) {
        jdbc.queryForList("select pg_stat_force_next_flush()");
        return jdbc.queryForList(
                        "select coalesce(sum(idx_scan), 0)::bigint from pg_stat_user_indexes where indexrelname = ?",
                        Long.class,
                        index)
                .getFirst();
    }
}
