package org.townloop.loop.voucher;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.townloop.Race;
import org.townloop.Rounds;
import org.townloop.TestClock;
import org.townloop.TestTown;
import org.townloop.base.kernel.Ids;
import org.townloop.base.kernel.RegionId;
import org.townloop.launch.postgres.Database;
import org.townloop.supply.merchant.PlaceId;

/** A stolen device sends by many connections at once: the lock and the check each suffice that no more is kept. */
class QuarantineRaceTest {

    private static final int THIEVES = 8;
    private static final int OF_EACH = 5;
    private static final int ROOM = 12;
    private static final RegionId REGION = new RegionId(990_002);

    /** Whoever asks how much room there is does not wait for the others. */
    private static final class Unlocked extends QuarantinedScans {

        private final CyclicBarrier allHaveAsked = new CyclicBarrier(THIEVES);

        Unlocked(JdbcTemplate jdbc) {
            super(jdbc);
        }

        @Override
        Room room(DeviceId device) {
            var room = room(device, "");
            try {
                allHaveAsked.await();
            } catch (Exception e) {
                throw new AssertionError(e);
            }
            return room;
        }
    }

    @Rounds
    void noMoreThanThereIsRoomForIsKept() {
        assertThat(kept(TestTown.fresh(), true)).isEqualTo(ROOM);
    }

    @Test
    void withoutTheLockTheCheckRefuses() {
        assertThat(kept(TestTown.fresh(), false)).isLessThanOrEqualTo(ROOM).isPositive();
    }

    @Test
    void withoutTheCheckTheLockSuffices() {
        assertThat(kept(withoutCheck(), true)).isEqualTo(ROOM);
    }

    /** The control. */
    @Test
    void withoutBothTheQuarantineIsFilled() {
        assertThat(kept(withoutCheck(), false)).isEqualTo(THIEVES * OF_EACH);
    }

    /** Names as long as a device may choose them fill it before there are a thousand. */
    @Rounds
    void longNamesFillItSooner() {
        var database = TestTown.fresh();
        var jdbc = jdbc(database);
        var device = stolen(jdbc, 0);
        var scans = new QuarantinedScans(jdbc);
        for (int batch = 0; batch < 10; batch++) {
            keep(jdbc, scans, device, "名".repeat(96) + batch + "-", 100);
        }
        assertThat(count(jdbc, device)).isBetween(500, 600);
        assertThat(jdbc.queryForObject("select quarantined_bytes from voucher.device", Integer.class))
                .isLessThanOrEqualTo(256 * 1_024);
        assertThat(jdbc.queryForObject("select overflowed_at is not null from voucher.device", Boolean.class))
                .isTrue();
    }

    private static int kept(Database database, boolean locked) {
        var jdbc = jdbc(database);
        var device = stolen(jdbc, QuarantinedScans.MOST_SCANS - ROOM);
        var scans = locked ? new QuarantinedScans(jdbc) : new Unlocked(jdbc);
        Race.of(IntStream.range(0, THIEVES)
                .<Runnable>mapToObj(thief -> () -> keep(jdbc, scans, device, thief + "-", OF_EACH)));
        return count(jdbc, device);
    }

    private static void keep(JdbcTemplate jdbc, QuarantinedScans scans, DeviceId device, String name, int many) {
        try {
            new TransactionTemplate(new JdbcTransactionManager(Objects.requireNonNull(jdbc.getDataSource())))
                    .executeWithoutResult(status -> scans.keep(
                            device,
                            IntStream.range(0, many)
                                    .mapToObj(number -> scan(device, name + number, number))
                                    .toList(),
                            TestClock.START));
        } catch (DataIntegrityViolationException e) {
            assertThat(e).hasMessageContaining("quarantine_is_small");
        }
    }

    private static QuarantinedScan scan(DeviceId device, String nonce, int number) {
        return new QuarantinedScan(
                device,
                new PlaceId(device.value()),
                nonce,
                null,
                ScanOutcome.BAD_SIGNATURE,
                number + 1,
                TestClock.START,
                Duration.ZERO,
                1,
                null,
                TestClock.START,
                QuarantineState.WAITING,
                null);
    }

    private static DeviceId stolen(JdbcTemplate jdbc, int kept) {
        var id = id();
        jdbc.update("""
            insert into voucher.device (region_id, id, place_id, name, jwk, token_id, enrolled_by, enrolled_at,
                synced_mark, quarantined)
            values (?, ?, ?, 'Till', '{}', ?, ?, now(), 0, ?)
            """, REGION.number(), id, id(), id(), id(), kept);
        return new DeviceId(id);
    }

    private static int count(JdbcTemplate jdbc, DeviceId device) {
        return jdbc.queryForList("select nonce from voucher.quarantined where device_id = ?", device.value())
                .size();
    }

    private static Database withoutCheck() {
        var database = TestTown.fresh();
        new JdbcTemplate(TestTown.plain(database, database.owner()))
                .execute("alter table voucher.device drop constraint quarantine_is_small");
        return database;
    }

    private static JdbcTemplate jdbc(Database database) {
        return new JdbcTemplate(TestTown.plain(database, database.app()));
    }

    private static UUID id() {
        return Ids.next(REGION, TestClock.START);
    }
}
