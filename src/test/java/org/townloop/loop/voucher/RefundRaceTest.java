package org.townloop.loop.voucher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.townloop.Race;
import org.townloop.Rounds;
import org.townloop.TestClock;
import org.townloop.TestPeople;
import org.townloop.TestTown;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.DataFolder;
import org.townloop.launch.postgres.Database;
import org.townloop.loop.ordering.OrderId;
import org.townloop.supply.TestSalon;
import tools.jackson.databind.json.JsonMapper;

/**
 * FAULTS 14: refund against redeem against settle, at one moment. All three lock the order, and write by statements that
 * take a voucher only as it was read: each of the two alone lets one win.
 */
class RefundRaceTest {

    private static final Instant NOW = TestClock.START;
    private static final int RIVALS = 3;

    /** Redeems whatever became of the voucher. */
    private static final class UnguardedScans extends Scans {

        UnguardedScans(JdbcTemplate jdbc, TokenSigner signer) {
            super(jdbc, signer);
        }

        @Override
        public boolean redeem(List<Redemption> taken, Scanner scanner, Instant now) {
            super.redeem(taken, scanner, now);
            return true;
        }
    }

    /** Gives the money of vouchers back whatever became of them. */
    private static final class UnguardedVouchers extends Vouchers {

        private final JdbcTemplate jdbc;

        UnguardedVouchers(JdbcTemplate jdbc, TokenSigner signer, KeyRing keys) {
            super(jdbc, signer, keys);
            this.jdbc = jdbc;
        }

        @Override
        public List<Voucher> revoke(OrderId order) {
            jdbc.update("update voucher.voucher set state = 'REVOKED' where order_id = ?", order.value());
            return of(order);
        }
    }

    /** A voucher and the three that want its money. */
    private static final class Shop {

        private final JdbcTemplate jdbc;
        private final TransactionTemplate transaction;
        private final Scans scans;
        private final Vouchers vouchers;
        private final boolean locked;
        private final CyclicBarrier allHaveRead = new CyclicBarrier(RIVALS);
        private final AtomicInteger winners = new AtomicInteger();
        private final Voucher voucher;

        Shop(Database database, boolean locked, boolean guarded) {
            var source = TestTown.plain(database, database.app());
            this.jdbc = new JdbcTemplate(source);
            this.transaction = new TransactionTemplate(new JdbcTransactionManager(source));
            var json = JsonMapper.builder().build();
            var keys = new KeyRing(new DataFolder(Path.of("target")), jdbc, json, Clock.systemUTC());
            var signer = new TokenSigner(keys, json);
            this.scans = guarded ? new Scans(jdbc, signer) : new UnguardedScans(jdbc, signer);
            this.vouchers = guarded ? new Vouchers(jdbc, signer, keys) : new UnguardedVouchers(jdbc, signer, keys);
            this.locked = locked;
            this.voucher = issued();
        }

        int winners() {
            Race.of(Stream.of(() -> attempt(this::redeem), () -> attempt(this::close), () -> attempt(this::close)));
            return winners.get();
        }

        private interface Wish {
            boolean of(Voucher seen);
        }

        private void attempt(Wish wish) {
            try {
                transaction.executeWithoutResult(status -> {
                    if (wish.of(read())) {
                        winners.incrementAndGet();
                    } else {
                        status.setRollbackOnly();
                    }
                });
            } catch (DataAccessException e) {
                throw new AssertionError("a constraint that no control switched off", e);
            }
        }

        /** As the order's lock has it, or all three at once. */
        private Voucher read() {
            if (locked) {
                jdbc.queryForList(
                        "select 1 from ordering.orders where id = ? for update",
                        voucher.order().value());
            }
            var seen = scans.voucher(voucher.id()).orElseThrow();
            if (!locked) {
                await();
            }
            return seen;
        }

        private boolean redeem(Voucher seen) {
            var scanner = Scanner.of(seen.place(), new PersonId(id()));
            if (seen.state() != VoucherState.ISSUED
                    || !scans.redeem(List.of(new Redemption(seen, 1, "n", NOW)), scanner, NOW)) {
                return false;
            }
            var answer = new ScanAnswer("n", ScanOutcome.REDEEMED, seen.id(), NOW, 0, null);
            return scans.remember(
                    List.of(new JudgedScan(answer, false, null, null, null, 1, null, null)), scanner, NOW);
        }

        /** Refunded because the resident called it off, or settled because nobody came. */
        private boolean close(Voucher seen) {
            return seen.state() == VoucherState.ISSUED
                    && !vouchers.revoke(seen.order()).isEmpty();
        }

        private void await() {
            try {
                allHaveRead.await();
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        }

        private Voucher issued() {
            var client = JdbcClient.create(jdbc);
            var salon = TestSalon.in(client, TestSalon.SHANGHAI, 1, 1);
            var order = salon.order();
            jdbc.update(
                    """
                    insert into ordering.orders (region_id, id, resident_id, merchant_id, place_id, state, total_minor,
                        currency, terms, hold_expires_at, created_at, paid_at)
                    values (?, ?, ?, ?, ?, 'PAID', 8800, 'CNY', '{}', now(), now(), now())
                    """,
                    salon.region().number(),
                    order,
                    TestPeople.resident(client, salon.region()).id(),
                    salon.merchant().value(),
                    salon.place().value());
            var voucher = new VoucherId(salon.order());
            jdbc.update(
                    """
                    insert into voucher.voucher (region_id, id, order_id, line, unit, place_id, offer_id, resident_id,
                        value_minor, currency, state, valid_until, issued_at)
                    values (?, ?, ?, 1, 1, ?, ?, ?, 8800, 'CNY', 'ISSUED', now() + interval '1 day', now())
                    """,
                    salon.region().number(),
                    voucher.value(),
                    order,
                    salon.place().value(),
                    id(),
                    id());
            return Objects.requireNonNull(scans.voucher(voucher).orElse(null));
        }
    }

    @Rounds
    void oneOfThemHasTheMoney() {
        assertThat(new Shop(TestTown.fresh(), true, true).winners()).isOne();
    }

    @Rounds
    void oneOfThemHasItWithoutTheLock() {
        assertThat(new Shop(TestTown.fresh(), false, true).winners()).isOne();
    }

    @Rounds
    void oneOfThemHasItWithoutTheGuards() {
        assertThat(new Shop(withoutChecks(), true, false).winners()).isOne();
    }

    /** The control. */
    @Test
    void withoutBothAllOfThemHaveIt() {
        assertThat(new Shop(withoutChecks(), false, false).winners()).isEqualTo(RIVALS);
    }

    private static Database withoutChecks() {
        var database = TestTown.fresh();
        new JdbcTemplate(TestTown.plain(database, database.owner())).execute("""
            alter table voucher.voucher drop constraint redeemed_is_all,
                drop constraint used_is_withdrawn_after_its_end, drop constraint voucher_check
            """);
        return database;
    }

    private static UUID id() {
        return UUID.randomUUID();
    }
}
