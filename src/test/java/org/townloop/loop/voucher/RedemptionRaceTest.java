package org.townloop.loop.voucher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.townloop.Race;
import org.townloop.TestClock;
import org.townloop.TestTown;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.DataFolder;
import org.townloop.base.kernel.Ids;
import org.townloop.base.kernel.RegionId;
import org.townloop.launch.postgres.Database;
import org.townloop.supply.merchant.PlaceId;
import tools.jackson.databind.json.JsonMapper;

/** One voucher at many counters at one moment: each of the two defences alone lets one win. */
class RedemptionRaceTest {

    private static final int COUNTERS = 12;
    private static final RegionId REGION = new RegionId(990_001);
    private static final Instant NOW = TestClock.START;

    /** The guarded update, switched off: whoever asks has redeemed. */
    private static final class Unguarded extends Scans {

        Unguarded(JdbcTemplate jdbc, TokenSigner signer) {
            super(jdbc, signer);
        }

        @Override
        public boolean redeem(VoucherId id, PersonId counter, Instant now) {
            super.redeem(id, counter, now);
            return true;
        }
    }

    @Test
    void oneIsRedeemed() {
        assertThat(redemptions(TestTown.fresh(), true)).isOne();
    }

    @Test
    void oneIsRedeemedWithoutTheUniqueScan() {
        assertThat(redemptions(withoutUniqueScans(), true)).isOne();
    }

    @Test
    void oneIsRedeemedWithoutTheGuardedUpdate() {
        assertThat(redemptions(TestTown.fresh(), false)).isOne();
    }

    /** The control. */
    @Test
    void withoutBothEveryCounterRedeems() {
        assertThat(redemptions(withoutUniqueScans(), false)).isEqualTo(COUNTERS);
    }

    private static Database withoutUniqueScans() {
        var database = TestTown.fresh();
        new JdbcTemplate(TestTown.plain(database, database.owner())).execute("drop index voucher.redeemed_once");
        return database;
    }

    private static int redemptions(Database database, boolean guarded) {
        var source = TestTown.plain(database, database.app());
        var jdbc = new JdbcTemplate(source);
        var transaction = new TransactionTemplate(new JdbcTransactionManager(source));
        var voucher = issued(jdbc);
        var scans = guarded ? new Scans(jdbc, signer(jdbc)) : new Unguarded(jdbc, signer(jdbc));
        Race.of(IntStream.range(0, COUNTERS)
                .<Runnable>mapToObj(counter -> () -> attempt(transaction, scans, voucher, "counter " + counter)));
        return jdbc.queryForList("select nonce from voucher.scan where outcome = 'REDEEMED'", String.class)
                .size();
    }

    private static void attempt(TransactionTemplate transaction, Scans scans, VoucherId voucher, String nonce) {
        try {
            transaction.executeWithoutResult(status -> scan(scans, voucher, nonce));
        } catch (DuplicateKeyException e) {
            assertThat(e).hasMessageContaining("redeemed_once");
        }
    }

    private static void scan(Scans scans, VoucherId voucher, String nonce) {
        var counter = new PersonId(id());
        if (!scans.redeem(voucher, counter, NOW)) {
            return;
        }
        scans.remember(new PlaceId(id()), counter, new ScanAnswer(nonce, ScanOutcome.REDEEMED, voucher, NOW), NOW);
    }

    private static VoucherId issued(JdbcTemplate jdbc) {
        var voucher = new VoucherId(id());
        jdbc.update("""
            insert into voucher.voucher (region_id, id, order_id, line, unit, place_id, offer_id, resident_id,
                value_minor, currency, state, valid_until, issued_at)
            values (?, ?, ?, 1, 1, ?, ?, ?, 8800, 'CNY', 'ISSUED', now() + interval '1 day', now())
            """, REGION.number(), voucher.value(), id(), id(), id(), id());
        return voucher;
    }

    private static TokenSigner signer(JdbcTemplate jdbc) {
        var json = JsonMapper.builder().build();
        return new TokenSigner(new KeyRing(new DataFolder(Path.of("target")), jdbc, json, Clock.systemUTC()), json);
    }

    private static UUID id() {
        return Ids.next(REGION, NOW);
    }
}
