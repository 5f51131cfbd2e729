package org.townloop.loop.payout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.townloop.Race;
import org.townloop.TestClock;
import org.townloop.TownTest;
import org.townloop.base.identity.AuditTrail;
import org.townloop.base.identity.Gate;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.Idempotency;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.RegionId;
import org.townloop.base.kernel.Turns;
import org.townloop.base.region.Regions;
import org.townloop.loop.ledger.PayoutBook;
import org.townloop.supply.merchant.Merchants;

/** FAULTS 19: two runs at once pay nobody twice. */
@TownTest
@Import(PayoutTown.class)
class PayoutRaceTests {

    @Autowired
    private PayoutTown town;

    @Autowired
    private PayoutRuns runs;

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
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    @Autowired
    private TestClock test;

    private PayoutTown.Shop shop;

    @BeforeEach
    void aMerchantWithMoreThanIsPaidNow() {
        test.set(TestClock.START);
        town.payOut();
        shop = town.shop();
        town.earn(shop, 1_000, PayoutTown.LONG_AGO);
        town.earn(shop, 9_000, TestClock.START);
        town.enter(shop);
    }

    @Test
    void ofEightRunsAtOnceOnePays() {
        Race.of(IntStream.range(0, 8).<Runnable>mapToObj(rival -> town::payOut));
        assertThat(town.of(shop)).hasSize(1);
        assertThat(town.balance(shop)).isEqualTo(9_000);
    }

    /** Whoever pressed twice is shown the run that it made, and not told that nothing is due. */
    @Test
    void aDoubleClickMakesOneRun() {
        var operator = town.operator(shop.salon());
        var shown = Race.of(
                4,
                hand -> ((Outcome.Done<UUID>) runs.make(
                                operator,
                                PayoutTown.REGION,
                                "pressed-" + shop.salon().place()))
                        .value());
        assertThat(shown).hasSize(4).containsOnly(shown.getFirst());
        assertThat(town.of(shop)).hasSize(1);
        assertThat(runs.make(
                        operator, PayoutTown.REGION, "later-" + shop.salon().place()))
                .isInstanceOf(Outcome.Refused.class);
    }

    /** The first defence is off: both look before either has paid. The second, in the database, holds. */
    @Test
    void withoutTurnsTheDatabasePaysOnce() {
        var rivals = rivals(false);
        Race.of(rivals.stream().map(run -> () -> run.make(PayoutTown.REGION, null)));
        assertThat(town.of(shop)).hasSize(1);
        assertThat(town.balance(shop)).isEqualTo(9_000);
    }

    /** The control: both defences off. */
    @Test
    void withoutTurnsAndWithOtherDaysBothPay() {
        var rivals = rivals(true);
        Race.of(rivals.stream().map(run -> () -> run.make(PayoutTown.REGION, null)));
        assertThat(town.of(shop)).hasSize(2);
        assertThat(town.balance(shop)).isEqualTo(8_000);
    }

    /** Two who take no turns, and wait for each other when both have read who was paid. */
    private List<PayoutRuns> rivals(boolean otherDays) {
        var barrier = new CyclicBarrier(2);
        return Stream.of(0, 1)
                .map(rival -> {
                    var rows = new Waiting(jdbc, barrier, otherDays ? rival : 0);
                    var due = new DuePayouts(accounts, settings, rows, book, merchants, regions, still);
                    return new PayoutRuns(
                            due,
                            rows,
                            runRows,
                            book,
                            regions,
                            gate,
                            audit,
                            new NoTurns(jdbc),
                            idempotency,
                            atomically,
                            clock);
                })
                .toList();
    }

    private static final class NoTurns extends Turns {

        NoTurns(JdbcClient jdbc) {
            super(jdbc);
        }

        @Override
        public void take(String kind, UUID whose) {}
    }

    private static final class Waiting extends PayoutRows {

        private final CyclicBarrier barrier;
        private final int daysBefore;

        Waiting(JdbcClient jdbc, CyclicBarrier barrier, int daysBefore) {
            super(jdbc);
            this.barrier = barrier;
            this.daysBefore = daysBefore;
        }

        @Override
        Map<UUID, LocalDate> lastDue(RegionId region, String currency, Collection<UUID> owners) {
            var read = super.lastDue(region, currency, owners);
            try {
                barrier.await();
            } catch (InterruptedException | BrokenBarrierException e) {
                throw new IllegalStateException(e);
            }
            return read;
        }

        @Override
        Set<UUID> insert(RegionId region, List<Payout> payouts) {
            return super.insert(
                    region,
                    payouts.stream()
                            .map(each -> new Payout(
                                    each.id(),
                                    each.run(),
                                    each.payee(),
                                    each.amount(),
                                    each.dueOn().minusDays(daysBefore),
                                    each.account(),
                                    each.state(),
                                    each.madeAt(),
                                    null,
                                    null,
                                    null))
                            .toList());
        }
    }
}
