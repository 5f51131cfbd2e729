package org.townloop.loop.payout;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.townloop.TestClock;
import org.townloop.TestTown;
import org.townloop.TownTest;
import org.townloop.base.kernel.Outcome;

/** Of accounts that have ended, holder and number are kept as long as somebody may ask, and no longer. */
@TownTest
@Import(PayoutTown.class)
class ForgettingAccountsTests {

    private static final String NUMBER = "GB82WEST12345698765432";
    private static final Duration LONG = ForgettingAccounts.KEPT.plusDays(1);

    @Autowired
    private PayoutTown town;

    @Autowired
    private BankFiles files;

    @Autowired
    private PayoutSettings settings;

    @Autowired
    private TestClock clock;

    private PayoutTown.Shop shop;

    @BeforeEach
    void aPayeeWhoWasPaid() {
        clock.set(TestClock.START);
        shop = town.shopWith(9_000);
        town.payOut();
        assertThat(town.of(shop)).hasSize(1);
        decided("PAID");
    }

    /** The books of all know it as on its way. */
    @AfterEach
    void asItWas() {
        decided("ON_ITS_WAY");
    }

    @Test
    void whatHasEndedIsForgottenWhenNothingWasPaidThereForLong() {
        ended(TestClock.START.minus(LONG));
        forgetAt(TestClock.START);
        assertThat(numbers()).as("paid since").containsExactly(NUMBER);
        ended(TestClock.START);
        forgetAt(TestClock.START.plus(ForgettingAccounts.KEPT).minusSeconds(60));
        assertThat(numbers()).as("not long ago").containsExactly(NUMBER);
        decided("ON_ITS_WAY");
        forgetAt(TestClock.START.plus(LONG));
        assertThat(numbers()).as("the bank has not answered").containsExactly(NUMBER);
        decided("PAID");
        forgetAt(TestClock.START.plus(LONG));
        assertThat(numbers()).containsExactly(BankAccount.FORGOTTEN);
        assertThat(town.of(shop)).as("that it was paid stays").hasSize(1);
    }

    @Test
    void whatIsPaidToIsNotForgotten() {
        forgetAt(TestClock.START.plus(LONG));
        assertThat(numbers()).containsExactly(NUMBER);
    }

    @Test
    void aFileWithoutItsNumbersIsNotGiven() {
        var operator = town.operator(shop.salon());
        var setting = settings.own(PayoutTown.REGION);
        settings.save(
                operator,
                PayoutTown.REGION,
                new PayoutSetting(
                        null,
                        null,
                        null,
                        false,
                        new Debtor("Town of Tests", "DE89370400440532013000", null),
                        setting.version()));
        var run = town.of(shop).getFirst().run();
        assertThat(files.of(operator, run, BankFiles.Format.CSV)).isInstanceOf(Outcome.Done.class);
        ended(TestClock.START);
        forgetAt(TestClock.START.plus(LONG));
        assertThat(files.of(operator, run, BankFiles.Format.CSV))
                .isEqualTo(Outcome.refused(PayoutReason.ACCOUNTS_FORGOTTEN));
    }

    /** Whatever the town's clock says: only this job comes from so far ahead. */
    private static void forgetAt(Instant then) {
        new ForgettingAccounts(TestTown.jdbc(), Clock.fixed(then, ZoneOffset.UTC)).run();
    }

    private void ended(Instant at) {
        TestTown.jdbc()
                .sql("update payout.bank_account set ended_at = ? where owner_id = ?")
                .params(Timestamp.from(at), shop.id())
                .update();
    }

    private void decided(String state) {
        TestTown.jdbc()
                .sql("update payout.payout set state = ?, decided_at = case when ? = 'PAID' then made_at end where"
                        + " owner_id = ?")
                .params(state, state, shop.id())
                .update();
    }

    private List<String> numbers() {
        return TestTown.jdbc()
                .sql("select number from payout.bank_account where owner_id = ?")
                .param(shop.id())
                .query((row, number) -> row.getString("number"))
                .list();
    }
}
