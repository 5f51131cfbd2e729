package org.townloop.loop.ledger;

import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.townloop.TestClock;
import org.townloop.TestTown;
import org.townloop.base.kernel.Ids;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.RegionId;
import org.townloop.base.region.Shares;

/** Books on a database of their own, kept as Willow Creek would keep them. */
final class Books {

    static final RegionId WILLOW_CREEK = new RegionId(990_001);
    static final UUID PARTNER = Ids.next(WILLOW_CREEK, TestClock.START);
    static final Shares SHARES = new Shares(500, 200, PARTNER);

    private static final AtomicLong CAUSE = new AtomicLong();

    final TestClock clock = new TestClock();
    final UUID merchant = Ids.next(WILLOW_CREEK, TestClock.START);
    final JdbcTemplate app;
    final JdbcTemplate owner;
    final Ledger ledger;
    private final TransactionTemplate transaction;

    private Books(DataSource app, DataSource owner) {
        this.app = new JdbcTemplate(app);
        this.owner = new JdbcTemplate(owner);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(app));
        this.ledger = ledger(this.app, clock);
    }

    /** In the database that all tests share. */
    static Books shared() {
        return new Books(TestTown.app(), TestTown.owner());
    }

    /** In a database that may be spoilt. */
    static Books fresh() {
        var database = TestTown.fresh();
        return new Books(TestTown.plain(database, database.app()), TestTown.plain(database, database.owner()));
    }

    private static Ledger ledger(JdbcTemplate jdbc, Clock clock) {
        return new Ledger(
                new Transfers(jdbc, new Accounts(jdbc)),
                new OrderTotals(jdbc),
                new Statements(jdbc),
                new BookAudit(jdbc),
                clock);
    }

    <T> T write(Supplier<T> work) {
        return transaction.execute(status -> work.get());
    }

    UUID order() {
        return Ids.next(WILLOW_CREEK, clock.instant());
    }

    UUID paidOrder(long minor) {
        var order = order();
        write(() -> ledger.capture(order, yuan(minor), "intent " + order));
        return order;
    }

    boolean release(UUID order, long minor) {
        return write(() -> ledger.release(aRelease(order, minor, "redemption " + CAUSE.incrementAndGet())));
    }

    boolean refund(UUID order, long minor) {
        return write(() -> ledger.refund(order, yuan(minor), "cancellation " + CAUSE.incrementAndGet()));
    }

    Release aRelease(UUID order, long minor, String cause) {
        return new Release(order, yuan(minor), merchant, SHARES, cause, clock.instant());
    }

    OrderMoney moneyOf(UUID order) {
        return ledger.of(order).orElseThrow();
    }

    static Money yuan(long minor) {
        return Money.of(minor, "CNY");
    }

    static OrderMoney money(long captured, long released, long refunded) {
        return new OrderMoney(yuan(captured), yuan(released), yuan(refunded));
    }
}
