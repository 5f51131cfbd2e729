package org.townloop.loop.voucher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.townloop.Race;
import org.townloop.Rounds;
import org.townloop.TestClock;
import org.townloop.TestTown;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.DataFolder;
import org.townloop.base.kernel.Ids;
import org.townloop.base.kernel.RegionId;
import org.townloop.launch.postgres.Database;
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
        public boolean redeem(List<Redemption> taken, Scanner scanner, Instant now) {
            super.redeem(taken, scanner, now);
            return true;
        }
    }

    @Rounds
    void oneIsRedeemed() {
        assertThat(redemptions(TestTown.fresh(), true)).isOne();
    }

    @Rounds
    void oneIsRedeemedWithoutTheUniqueUnit() {
        assertThat(redemptions(withoutUniqueUnits(), true)).isOne();
    }

    @Rounds
    void oneIsRedeemedWithoutTheGuardedUpdate() {
        assertThat(redemptions(TestTown.fresh(), false)).isOne();
    }

    /** The control. */
    @Test
    void withoutBothEveryCounterRedeems() {
        assertThat(redemptions(withoutUniqueUnits(), false)).isEqualTo(COUNTERS);
    }

    private static Database withoutUniqueUnits() {
        var database = TestTown.fresh();
        new JdbcTemplate(TestTown.plain(database, database.owner()))
                .execute("alter table voucher.redemption drop constraint redemption_pkey");
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
        return jdbc.queryForList("select nonce from voucher.redemption", String.class)
                .size();
    }

    private static void attempt(TransactionTemplate transaction, Scans scans, Voucher voucher, String nonce) {
        try {
            transaction.executeWithoutResult(status -> {
                if (!scan(scans, voucher, nonce)) {
                    status.setRollbackOnly();
                }
            });
        } catch (DuplicateKeyException e) {
            assertThat(e).hasMessageContaining("redemption_pkey");
        }
    }

    private static boolean scan(Scans scans, Voucher voucher, String nonce) {
        var scanner = Scanner.of(voucher.place(), new PersonId(id()));
        if (!scans.redeem(List.of(new Redemption(voucher, 1, nonce, NOW)), scanner, NOW)) {
            return false;
        }
        var answer = new ScanAnswer(nonce, ScanOutcome.REDEEMED, voucher.id(), NOW, 0, null);
        return scans.remember(List.of(new JudgedScan(answer, false, null, null, null, 1, null, null)), scanner, NOW);
    }

    private static Voucher issued(JdbcTemplate jdbc) {
        var voucher = new VoucherId(id());
        jdbc.update("""
            insert into voucher.voucher (region_id, id, order_id, line, unit, place_id, offer_id, resident_id,
                value_minor, currency, state, valid_until, issued_at)
            values (?, ?, ?, 1, 1, ?, ?, ?, 8800, 'CNY', 'ISSUED', now() + interval '1 day', now())
            """, REGION.number(), voucher.value(), id(), id(), id(), id());
        return new Scans(jdbc, signer(jdbc)).voucher(voucher).orElseThrow();
    }

    private static TokenSigner signer(JdbcTemplate jdbc) {
        var json = JsonMapper.builder().build();
        return new TokenSigner(new KeyRing(new DataFolder(Path.of("target")), jdbc, json, Clock.systemUTC()), json);
    }

    private static UUID id() {
        return Ids.next(REGION, NOW);
    }
}
