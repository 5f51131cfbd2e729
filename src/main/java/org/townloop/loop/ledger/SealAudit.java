package org.townloop.loop.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Computes all seals again, in the caller's snapshot, row by row: memory does not grow with the books. */
@Component
class SealAudit {

    static final String NAME = "seals-hold";

    private static final int ROWS_AT_A_TIME = 1_000;

    private static final String SEALED = """
        select s.region_id, s.number, s.hash, u.id, u.place = cardinality(s.ids) as last, %s as text
        from ledger.seal s
        cross join lateral unnest(s.ids) with ordinality u (id, place)
        left join ledger.transfer t on (t.region_id, t.id) = (s.region_id, u.id)
        left join ledger.account d on (d.region_id, d.id) = (t.region_id, t.debit_id)
        left join ledger.account c on (c.region_id, c.id) = (t.region_id, t.credit_id)
        order by s.region_id, s.number, u.place
        """.formatted(Sealing.TEXT);

    private final JdbcTemplate jdbc;

    SealAudit(JdbcTemplate jdbc) {
        this.jdbc = new JdbcTemplate(Objects.requireNonNull(jdbc.getDataSource()));
        this.jdbc.setFetchSize(ROWS_AT_A_TIME);
    }

    Optional<Broken> run() {
        var walk = new Walk();
        jdbc.query(SEALED, walk::row);
        return walk.broken.isEmpty()
                ? Optional.empty()
                : Optional.of(new Broken(
                        NAME,
                        "Every sealed transfer is as it was when it was sealed.",
                        walk.broken.size(),
                        walk.broken.getFirst()));
    }

    /** From seal to seal. After one that does not hold it goes on from what stands in it. */
    private static final class Walk {

        private final LinkedHashSet<String> broken = new LinkedHashSet<>();
        private int region = -1;
        private long number;
        private byte[] hash = Sealing.NOTHING;

        void row(ResultSet row) throws SQLException {
            if (row.getInt("region_id") != region) {
                region = row.getInt("region_id");
                number = 0;
                hash = Sealing.NOTHING;
            }
            if (row.getLong("number") > number + 1) {
                broken.add(seal(row) + ": the one before it is gone");
            }
            hash = Sealing.hash(hash, row.getString("text"));
            if (row.getBoolean("last")) {
                number = row.getLong("number");
                if (!Arrays.equals(hash, row.getBytes("hash"))) {
                    broken.add(seal(row) + ": a transfer was changed or removed, up to " + row.getLong("id"));
                }
                hash = row.getBytes("hash");
            } else if (row.getLong("number") > number) {
                number = row.getLong("number") - 1;
            }
        }

        private static String seal(ResultSet row) throws SQLException {
            return "seal " + row.getLong("number") + " of region " + row.getInt("region_id");
        }
    }
}
