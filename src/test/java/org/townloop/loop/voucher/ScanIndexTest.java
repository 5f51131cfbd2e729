package org.townloop.loop.voucher;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.townloop.IndexUse;
import org.townloop.TestClock;
import org.townloop.TestTown;
import org.townloop.base.kernel.Ids;
import org.townloop.base.kernel.RegionId;
import org.townloop.launch.postgres.Database;
import org.townloop.supply.merchant.PlaceId;

/** What waits among the scans is found, however many there were. */
class ScanIndexTest {

    private static final UUID ID = Ids.next(new RegionId(990_004), TestClock.START);

    private final Database database = TestTown.fresh();

    @Test
    void conflictsThatNobodyLookedInto() {
        IndexUse.require(
                database,
                "scan_conflict_open",
                source -> new Conflicts(new JdbcTemplate(source)).open(new PlaceId(ID), 10));
    }
}
