package org.townloop.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.townloop.TestClock;
import org.townloop.TestTown;
import org.townloop.base.kernel.Ids;
import org.townloop.supply.TestSalon;

/** FAULTS 32: the process dies in the middle of a payout run, as by kill -9, and is started again. */
class PayoutCrashTests {

    private static final List<String> STEPS =
            List.of("PayoutRows.insert:after", "PayoutBook.payOut:before", "PayoutBook.payOut:after");

    private static final long EARNED = 9_900;

    @Test
    void whereverItDiesTheMerchantIsPaidOnceAndTheBooksAgree() throws IOException {
        var database = TestTown.fresh();
        var jdbc = JdbcClient.create(TestTown.plain(database, database.app()));
        try (var town = new ChildTown(database, false)) {
            town.start();
            for (var step : STEPS) {
                var merchant = aMerchantWithMoney(jdbc);
                town.arm(step);
                makeTheRun(jdbc);
                assertThat(town.hasHalted()).as(step).isTrue();
                assertThat(payouts(jdbc, merchant))
                        .as("half of it after %s", step)
                        .isZero();
                town.restart();
                makeTheRun(jdbc);
                await().atMost(Duration.ofMinutes(2)).until(() -> payouts(jdbc, merchant) == 1 && isIdle(jdbc));
                assertThat(moved(jdbc, merchant)).isEqualTo(EARNED);
                assertThat(town.audit()).as("audit after %s", step).isEqualTo("[]");
            }
        }
    }

    /** The control: without transactions there is a payout of which the books know nothing. */
    @Test
    void withoutTransactionsItIsOnItsWayAndStillInTheBalance() throws IOException {
        var database = TestTown.fresh();
        var jdbc = JdbcClient.create(TestTown.plain(database, database.app()));
        try (var town = new ChildTown(database, true)) {
            town.start();
            var merchant = aMerchantWithMoney(jdbc);
            town.arm("PayoutBook.payOut:before");
            makeTheRun(jdbc);
            assertThat(town.hasHalted()).isTrue();
            assertThat(payouts(jdbc, merchant)).isOne();
            assertThat(moved(jdbc, merchant)).isZero();
            town.restart();
            assertThat(town.audit()).contains("payouts-are-booked");
        }
    }

    /** Its turn has come. */
    private static void makeTheRun(JdbcClient jdbc) {
        await().atMost(Duration.ofMinutes(1)).until(() -> jdbc.sql("""
            update kernel.scheduled_task set execution_time = 'epoch', version = version + 1
            where task_name = 'pay-out' and not picked
            """).update() == 1);
    }

    /** No run is under way or due: the next step is armed for a run of its own. */
    private static boolean isIdle(JdbcClient jdbc) {
        return jdbc.sql("""
            select exists (select from kernel.scheduled_task
                where task_name = 'pay-out' and not picked and execution_time > '2000-01-01')
            """).query(Boolean.class).single();
    }

    private static TestSalon aMerchantWithMoney(JdbcClient jdbc) {
        var salon = TestSalon.in(jdbc, TestSalon.SHANGHAI, 1, 1);
        var region = salon.region().number();
        var merchant = salon.merchant().value();
        var order = Ids.next(salon.region(), TestClock.START);
        jdbc.sql("update merchant.merchant set verified_at = 'epoch' where region_id = ? and id = ?")
                .params(region, merchant)
                .update();
        jdbc.sql("""
            insert into ledger.account (region_id, kind, owner_id, currency)
            values (?, 'GATEWAY_CLEARING', '00000000-0000-0000-0000-000000000000', 'CNY'),
                (?, 'ESCROW', '00000000-0000-0000-0000-000000000000', 'CNY'), (?, 'MERCHANT', ?, 'CNY')
            on conflict do nothing
            """).params(region, region, region, merchant).update();
        jdbc.sql("""
            insert into ledger.transfer (region_id, key, debit_id, credit_id, amount_minor, currency, kind, order_id, reason, at)
            select ?, m.kind || ' ' || ?, d.id, c.id, ?, 'CNY', m.kind, ?, m.kind || ' ' || ?, '2026-10-01'
            from (values ('CAPTURE', 'GATEWAY_CLEARING', 'ESCROW'), ('RELEASE', 'ESCROW', 'MERCHANT')) m (kind, debit, credit)
            join ledger.account d on d.region_id = ? and d.kind = m.debit
            join ledger.account c on c.region_id = ? and c.kind = m.credit and (c.kind <> 'MERCHANT' or c.owner_id = ?)
            """)
                .params(region, order, EARNED, order, order, region, region, merchant)
                .update();
        jdbc.sql("""
            insert into ledger.order_total (region_id, order_id, currency, captured, released, refunded)
            values (?, ?, 'CNY', ?, ?, 0)
            """).params(region, order, EARNED, EARNED).update();
        jdbc.sql("""
            with intent as (
                insert into payment.intent (region_id, id, person_id, gateway, amount_minor, currency, return_url, state,
                    created_at, asked_at, closed_at)
                values (?, ?, ?, 'sandbox', ?, 'CNY', 'http://localhost/', 'CAPTURED', '2026-10-01', '2026-10-01', '2026-10-01')
                returning region_id, id)
            insert into payment.share (region_id, intent_id, order_id, amount_minor)
            select region_id, id, ?, ? from intent
            """)
                .params(region, Ids.next(salon.region(), TestClock.START), merchant, EARNED, order, EARNED)
                .update();
        jdbc.sql("""
            insert into payout.bank_account (region_id, id, owner_id, owner_kind, holder, scheme, number, entered_by, entered_at)
            values (?, ?, ?, 'MERCHANT', 'Tongxin', 'IBAN', 'GB82WEST12345698765432', ?, '2026-10-01')
            """)
                .params(region, Ids.next(salon.region(), TestClock.START), merchant, merchant)
                .update();
        return salon;
    }

    private static int payouts(JdbcClient jdbc, TestSalon salon) {
        return jdbc.sql("select count(*)::int from payout.payout where owner_id = ?")
                .param(salon.merchant().value())
                .query(Integer.class)
                .single();
    }

    private static long moved(JdbcClient jdbc, TestSalon salon) {
        return jdbc.sql("""
            select coalesce(sum(t.amount_minor), 0) from ledger.transfer t
            join ledger.account a on (a.region_id, a.id) = (t.region_id, t.debit_id)
            where t.kind = 'PAYOUT' and a.owner_id = ?
            """).param(salon.merchant().value()).query(Long.class).single();
    }
}
