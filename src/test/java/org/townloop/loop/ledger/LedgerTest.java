package org.townloop.loop.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.townloop.loop.ledger.Books.money;
import static org.townloop.loop.ledger.Books.yuan;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.townloop.base.kernel.Money;

class LedgerTest {

    private final Books books = Books.shared();
    private final Ledger ledger = books.ledger;

    @Test
    void whatIsPaidWaitsInEscrowUntilItIsHad() {
        var order = books.paidOrder(12_800);
        assertThat(books.moneyOf(order)).isEqualTo(money(12_800, 0, 0));
        assertThat(books.moneyOf(order).held()).isEqualTo(yuan(12_800));
        books.release(order, 12_800);
        assertThat(books.moneyOf(order)).isEqualTo(money(12_800, 12_800, 0));
        assertThat(ledger.audit()).isEmpty();
    }

    @Test
    void aCancelledOrderGoesBackInPartAndTheRestIsReleased() {
        var order = books.paidOrder(10_000);
        books.refund(order, 7_000);
        books.release(order, 3_000);
        books.write(() -> ledger.refundPaid(order, yuan(7_000), "refund " + order));
        assertThat(books.moneyOf(order)).isEqualTo(money(10_000, 3_000, 7_000));
        assertThat(ledger.audit()).isEmpty();
    }

    @Test
    void theSameCauseMovesMoneyOnce() {
        var order = books.paidOrder(5_000);
        var release = books.aRelease(order, 2_000, "redemption of " + order);
        assertThat(books.write(() -> ledger.capture(order, yuan(5_000), "intent " + order)))
                .isFalse();
        assertThat(books.write(() -> ledger.release(release))).isTrue();
        assertThat(books.write(() -> ledger.release(release))).isFalse();
        assertThat(books.moneyOf(order)).isEqualTo(money(5_000, 2_000, 0));
    }

    @Test
    void ofManyReleasesThoseAreToldThatMovedMoneyNow() {
        var one = books.aRelease(books.paidOrder(900), 900, "redemption one of " + books.merchant);
        var two = books.aRelease(books.paidOrder(700), 700, "redemption two of " + books.merchant);
        books.write(() -> ledger.release(one));
        assertThat(books.write(() -> ledger.release(List.of(one, two)))).isEqualTo(Set.of(two.cause()));
    }

    @Test
    void theSameCauseWithAnotherAmountIsAMistakeOfOurs() {
        var order = books.paidOrder(5_000);
        assertThatThrownBy(() -> books.write(() -> ledger.capture(order, yuan(5_001), "intent " + order)))
                .isInstanceOf(IllegalStateException.class);
        assertThat(books.moneyOf(order)).isEqualTo(money(5_000, 0, 0));
    }

    @Test
    void moreThanWasCapturedIsRefusedAndNothingMoves() {
        var order = books.paidOrder(5_000);
        books.release(order, 3_000);
        assertThatThrownBy(() -> books.refund(order, 2_001)).isInstanceOf(Overdrawn.class);
        assertThatThrownBy(() -> books.release(order, 2_001)).isInstanceOf(Overdrawn.class);
        assertThat(books.moneyOf(order)).isEqualTo(money(5_000, 3_000, 0));
        assertThat(ledger.audit()).isEmpty();
    }

    @Test
    void nothingIsReleasedOfWhatWasNeverPaid() {
        assertThatThrownBy(() -> books.release(books.order(), 1)).isInstanceOf(Overdrawn.class);
    }

    @Test
    void nothingIsReleasedInAnotherCurrencyThanWasPaid() {
        var order = books.paidOrder(5_000);
        assertThatThrownBy(() -> books.write(() -> ledger.refund(order, Money.of(100, "JPY"), "c " + order)))
                .isInstanceOf(Overdrawn.class);
        assertThatThrownBy(() -> books.write(() -> ledger.capture(order, Money.of(100, "JPY"), "i2 " + order)))
                .isInstanceOf(Overdrawn.class);
    }

    /** Each of the two defences holds alone: first the code's, with the database's taken away. */
    @Test
    void theCodeRefusesWhatTheDatabaseWouldLetPass() {
        var unchecked = Books.fresh();
        unchecked.owner.execute("alter table ledger.order_total drop constraint nothing_paid_out_twice");
        var order = unchecked.paidOrder(5_000);
        assertThatThrownBy(() -> unchecked.release(order, 5_001)).isInstanceOf(Overdrawn.class);
        assertThat(unchecked.moneyOf(order)).isEqualTo(money(5_000, 0, 0));
        var past = unchecked.app.update("update ledger.order_total set released = 5001 where order_id = ?", order);
        assertThat(past).as("without the check, SQL alone would let it pass").isEqualTo(1);
    }

    @Test
    void theDatabaseRefusesWhatTheCodeWouldLetPass() {
        var order = books.paidOrder(5_000);
        assertThatThrownBy(() ->
                        books.app.update("update ledger.order_total set released = 5001 where order_id = ?", order))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("nothing_paid_out_twice");
    }

    @Test
    void currenciesWithNoAndWithThreeDecimalsAreKeptApart() {
        var order = books.order();
        var other = books.order();
        books.write(() -> ledger.capture(order, Money.of(1_001, "JPY"), "intent " + order));
        books.write(() -> ledger.capture(other, Money.of(1_001, "KWD"), "intent " + other));
        books.write(() -> ledger.release(new Release(
                order, Money.of(1_001, "JPY"), books.merchant, Books.SHARES, "r " + order, books.clock.instant())));
        assertThat(books.moneyOf(order).held()).isEqualTo(Money.of(0, "JPY"));
        assertThat(books.moneyOf(other).held()).isEqualTo(Money.of(1_001, "KWD"));
        assertThat(ledger.audit()).isEmpty();
    }

    @Test
    void anOrderThatWasNotPaidHasNoMoney() {
        assertThat(ledger.of(books.order())).isEmpty();
    }
}
