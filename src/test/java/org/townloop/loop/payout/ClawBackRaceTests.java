package org.townloop.loop.payout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.townloop.TestClock;
import org.townloop.TownTest;
import org.townloop.base.identity.AuditTrail;
import org.townloop.base.identity.Gate;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.Idempotency;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.RegionId;
import org.townloop.base.kernel.Turns;
import org.townloop.base.region.Regions;
import org.townloop.loop.ledger.BottomlessBook;
import org.townloop.loop.ledger.Ledger;
import org.townloop.loop.ledger.PayoutBook;
import org.townloop.supply.merchant.Merchants;

/** FAULTS 19: what is taken back after a run has read what there is, and before it pays, is not paid out. */
@TownTest
@Import(PayoutTown.class)
class ClawBackRaceTests {

    @Autowired
    private PayoutTown town;

    @Autowired
    private BankAccountRows accounts;

    @Autowired
    private PayoutSettings settings;

    @Autowired
    private StandingStill still;

    @Autowired
    private RunRows runRows;

    @Autowired
    private PayoutBook book;

    @Autowired
    private Merchants merchants;

    @Autowired
    private Regions regions;

    @Autowired
    private Gate gate;

    @Autowired
    private AuditTrail audit;

    @Autowired
    private Idempotency idempotency;

    @Autowired
    private Atomically atomically;

    @Autowired
    private Turns turns;

    @Autowired
    private Ledger ledger;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    @Autowired
    private TestClock test;

    @Autowired
    private ApplicationContext context;

    private PayoutTown.Shop shop;
    private UUID order;

    @BeforeEach
    void aMerchantWhoHasEarned() {
        test.set(TestClock.START);
        town.payOut();
        shop = town.shop();
        order = town.earn(shop, 9_000, PayoutTown.LONG_AGO);
        town.enter(shop);
    }

    @Test
    void whatWasTakenBackMeanwhileIsNotPaidOutAndTheRestIs() {
        run(book).make(PayoutTown.REGION, null);
        assertThat(town.of(shop))
                .singleElement()
                .satisfies(payout -> assertThat(payout.amount().minor()).isEqualTo(5_000));
        assertThat(town.balance(shop)).isZero();
    }

    /** The control: a book that pays out more than is there. */
    @Test
    void withoutLookingAtTheBalanceItIsPaidOutAllTheSame() {
        run(BottomlessBook.payouts(context)).make(PayoutTown.REGION, null);
        assertThat(town.of(shop))
                .singleElement()
                .satisfies(payout -> assertThat(payout.amount().minor()).isEqualTo(9_000));
        assertThat(town.balance(shop)).isEqualTo(-4_000);
    }

    private PayoutRuns run(PayoutBook paying) {
        var rows = new Interrupted(jdbc);
        var due = new DuePayouts(accounts, settings, rows, book, merchants, regions, still);
        return new PayoutRuns(due, rows, runRows, paying, regions, gate, audit, turns, idempotency, atomically, clock);
    }

    /** Something is taken back of the merchant, by somebody else, when what is to be paid was read; once. */
    private final class Interrupted extends PayoutRows {

        private final AtomicBoolean first = new AtomicBoolean(true);

        Interrupted(JdbcClient jdbc) {
            super(jdbc);
        }

        @Override
        Set<UUID> insert(RegionId region, List<Payout> payouts) {
            if (first.getAndSet(false)) {
                CompletableFuture.runAsync(() -> transaction.executeWithoutResult(
                                status -> ledger.clawBack(order, Money.of(4_000, "CNY"), "decision on " + order)))
                        .join();
            }
            return super.insert(region, payouts);
        }
    }
}
