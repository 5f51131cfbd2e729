package org.townloop.loop.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
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
    final PayoutBook payouts;
    final ChargebackBook chargebacks;
    final CommissionBook commissions;
    final StoredValueBook stored;
    private final TransactionTemplate transaction;

    private Books(DataSource app, DataSource owner) {
        this.app = new JdbcTemplate(app);
        this.owner = new JdbcTemplate(owner);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(app));
        var transfers = new Transfers(this.app, new Accounts(this.app), new Floor(this.app));
        var journal = new Journal(transfers, clock);
        this.ledger = new Ledger(
                transfers,
                journal,
                new ClawBacks(this.app, journal),
                new OrderTotals(this.app),
                new Statements(this.app),
                new BookAudit(this.app, new SealAudit(this.app)),
                new Sealing(this.app, new JdbcTransactionManager(app), clock));
        this.payouts = new PayoutBook(transfers, journal, new Payables(this.app));
        this.chargebacks = new ChargebackBook(journal);
        this.commissions = new CommissionBook(journal);
        this.stored = new StoredValueBook(journal, JdbcClient.create(this.app));
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

    /** What an account of this region has, summed by the test itself. */
    long balance(Account.Kind kind, UUID owner) {
        var sum = app.queryForObject("""
            select coalesce(sum(case when t.credit_id = a.id then t.amount_minor else -t.amount_minor end), 0)
            from ledger.account a
            join ledger.transfer t on t.region_id = a.region_id and a.id in (t.debit_id, t.credit_id)
            where (a.region_id, a.kind, a.owner_id, a.currency) = (?, ?, ?, 'CNY')
            """, Long.class, WILLOW_CREEK.number(), kind.name(), owner);
        return sum == null ? 0 : sum;
    }

    long merchantHas() {
        return balance(Account.Kind.MERCHANT, merchant);
    }

    PayoutBook.Payout payout(long minor) {
        var id = order();
        return new PayoutBook.Payout(id, new Payee.Merchant(merchant), yuan(minor), "payout " + id);
    }

    PayoutBook.Payout answered(PayoutBook.Payout payout) {
        return new PayoutBook.Payout(payout.id(), payout.payee(), payout.amount(), "answer to " + payout.cause());
    }

    /** What the merchant may be paid out of what was earned before now. */
    Money payable() {
        return payable(clock.instant().plusSeconds(1));
    }

    Money payable(Instant earnedBefore) {
        return payouts.payables(WILLOW_CREEK, earnedBefore).stream()
                .filter(one -> one.payee().equals(new Payee.Merchant(merchant)))
                .findFirst()
                .map(Payable::payable)
                .orElseThrow();
    }

    /** Seals all that was committed: transactions of other tests, in other databases of this cluster, hold it up. */
    void seal() {
        var most = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!Boolean.TRUE.equals(app.queryForObject("""
            select (select count(*) from ledger.transfer)
                = (select coalesce(sum(cardinality(ids)), 0) from ledger.seal)
            """, Boolean.class)) && System.nanoTime() < most) {
            ledger.seal();
        }
    }
}
