package org.townloop.loop.payout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataIntegrityViolationException;
import org.townloop.TestClock;
import org.townloop.TestTown;
import org.townloop.TownTest;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Outcome;
import org.townloop.loop.ledger.Ledger;

/** What is paid out, when, and to whom. */
@TownTest
@Import(PayoutTown.class)
class PayoutTests {

    @Autowired
    private PayoutTown town;

    @Autowired
    private Payouts payouts;

    @Autowired
    private PayoutSettings settings;

    @Autowired
    private BankAccounts accounts;

    @Autowired
    private PayoutRuns runs;

    @Autowired
    private Ledger ledger;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void aThursday() {
        clock.set(TestClock.START);
    }

    @Test
    void whatWasEarnedLongAgoIsPaidForTheLastMondayOnce() {
        var shop = town.shopWith(12_800);
        town.payOut();
        town.payOut();
        var paid = town.of(shop);
        assertThat(paid).hasSize(1);
        assertThat(paid.getFirst().amount().minor()).isEqualTo(12_800);
        assertThat(paid.getFirst().dueOn()).isEqualTo(LocalDate.parse("2026-11-23"));
        assertThat(paid.getFirst().state()).isEqualTo(PayoutState.ON_ITS_WAY);
        assertThat(town.balance(shop)).isZero();
        assertThat(ledger.audit()).isEmpty();
    }

    @Test
    void whatWasEarnedWithinTheHoldBackWaits() {
        var shop = town.shopWith(5_000);
        town.earn(shop, 7_000, TestClock.START.minus(Duration.ofDays(4)));
        town.payOut();
        assertThat(town.of(shop))
                .singleElement()
                .extracting(payout -> payout.amount().minor())
                .isEqualTo(5_000L);
        assertThat(town.balance(shop)).isEqualTo(7_000);
        assertThat(outlook(shop).waits()).as("earned more than three days ago").isNull();
        town.earn(shop, 1, TestClock.START);
        assertThat(outlook(shop).payable().minor()).isEqualTo(7_000);
    }

    @Test
    void whoeverIsNotPaidIsToldWhy() {
        var shop = town.shop();
        assertThat(outlook(shop).waits()).isEqualTo(Payouts.Waits.NO_ACCOUNT);
        town.enter(shop);
        assertThat(outlook(shop).waits()).isEqualTo(Payouts.Waits.NOTHING_EARNED);
        town.earn(shop, 500, TestClock.START);
        assertThat(outlook(shop).waits()).isEqualTo(Payouts.Waits.HELD_BACK);
        town.earn(shop, 400, PayoutTown.LONG_AGO);
        assertThat(outlook(shop).waits()).isEqualTo(Payouts.Waits.BELOW_MINIMUM);
        town.earn(shop, 600, PayoutTown.LONG_AGO);
        assertThat(outlook(shop).waits()).isNull();
        unverify(shop);
        assertThat(outlook(shop).waits()).isEqualTo(Payouts.Waits.NOT_VERIFIED);
        town.payOut();
        assertThat(town.of(shop)).isEmpty();
    }

    @Test
    void theDatabasePaysNobodyWhoIsNotVerifiedWhateverTheCodeDoes() {
        var shop = town.shopWith(100_000);
        town.payOut();
        assertThatThrownBy(() -> unverify(shop)).isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void anAccountThatTookThePlaceOfAnotherRestsForADay() {
        var shop = town.shopWith(9_000);
        accounts.enter(shop.owner(), PayoutTown.REGION, shop.payee(), PayoutTown.anIban("Somebody else"));
        town.payOut();
        assertThat(town.of(shop)).isEmpty();
        assertThat(outlook(shop).waits()).isEqualTo(Payouts.Waits.ACCOUNT_RESTS);
        clock.move(BankAccounts.REST.plusSeconds(1));
        town.payOut();
        assertThat(town.of(shop)).hasSize(1);
    }

    @Test
    void whoChangesAnAccountIsWrittenDownAndAllWhoRunTheMerchantAreTold() {
        var shop = town.shop();
        assertThat(town.enter(shop)).isInstanceOf(Outcome.Done.class);
        assertThat(count(
                        "select count(*) from identity.audit where action = 'bank-account-entered' and person_id = ?",
                        shop))
                .isOne();
        assertThat(count(
                        "select count(*) from notice.notice where kind = 'BANK_ACCOUNT_CHANGED' and person_id = ?"
                                + " and facts ->> 'reason' = '•••• 5432'",
                        shop))
                .isOne();
        var stranger = town.shop();
        assertThatThrownBy(() ->
                        accounts.enter(stranger.owner(), PayoutTown.REGION, shop.payee(), PayoutTown.anIban("Mine")))
                .isInstanceOf(Absent.class);
    }

    /** The control is the other order, and the same one once it is decided. */
    @Test
    void whatAPayerObjectsToStandsStillUntilItIsDecided() {
        var shop = town.shopWith(4_000);
        var order = town.earn(shop, 6_000, PayoutTown.LONG_AGO);
        town.objectTo(order, 6_000);
        town.payOut();
        assertThat(town.of(shop))
                .singleElement()
                .extracting(payout -> payout.amount().minor())
                .isEqualTo(4_000L);
        assertThat(outlook(shop).waits()).isEqualTo(Payouts.Waits.HELD_BACK);
        town.decideFor(order);
        clock.move(Duration.ofDays(7));
        town.payOut();
        assertThat(town.of(shop).stream()
                        .mapToLong(payout -> payout.amount().minor())
                        .sum())
                .isEqualTo(10_000);
    }

    @Test
    void theSameAccountTypedAgainChangesNothing() {
        var shop = town.shopWith(2_000);
        town.enter(shop);
        assertThat(count(
                        "select count(*) from notice.notice where kind = 'BANK_ACCOUNT_CHANGED' and person_id = ?",
                        shop))
                .isOne();
        town.payOut();
        assertThat(town.of(shop)).as("paid without a rest").hasSize(1);
    }

    @Test
    void aMerchantOfItsOwnCycleIsPaidOnItsDay() {
        var shop = town.shopWith(3_000);
        settings.choose(shop.owner(), shop.id(), new Cycle.Monthly(1));
        town.earn(shop, 4_000, TestClock.START.minus(Duration.ofDays(6)));
        town.payOut();
        assertThat(town.of(shop))
                .as("on the first of November nothing of it was earned")
                .isEmpty();
        clock.move(Duration.ofDays(5));
        town.payOut();
        assertThat(town.of(shop)).singleElement().satisfies(payout -> {
            assertThat(payout.amount().minor()).isEqualTo(7_000);
            assertThat(payout.dueOn()).isEqualTo(LocalDate.parse("2026-12-01"));
        });
    }

    @Test
    void onlyWhoRunsTheRegionMakesARun() {
        var shop = town.shopWith(2_000);
        assertThatThrownBy(() -> runs.make(shop.owner(), PayoutTown.REGION, "not theirs"))
                .isInstanceOf(Absent.class);
        runs.make(
                town.operator(shop.salon()),
                PayoutTown.REGION,
                UUID.randomUUID().toString());
        assertThat(town.of(shop)).hasSize(1);
    }

    private Payouts.Outlook outlook(PayoutTown.Shop shop) {
        return payouts.outlook(PayoutTown.REGION, shop.payee());
    }

    private static void unverify(PayoutTown.Shop shop) {
        TestTown.jdbc()
                .sql("update merchant.merchant set verified_at = null where region_id = ? and id = ?")
                .params(PayoutTown.REGION.number(), shop.id())
                .update();
    }

    private static long count(String query, PayoutTown.Shop shop) {
        return TestTown.jdbc()
                .sql(query)
                .param(shop.owner().person().value())
                .query(Long.class)
                .single();
    }
}
