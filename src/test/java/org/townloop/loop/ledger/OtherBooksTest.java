package org.townloop.loop.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.townloop.loop.ledger.Books.yuan;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.townloop.Race;

/** Payouts, chargebacks, commissions, coupons, tips, gift vouchers, goodwill: as far as the books go. */
class OtherBooksTest {

    private final Books books = Books.shared();

    @Test
    void whatIsPaidOutIsOnItsWayUntilTheBankHasAnswered() {
        books.release(books.paidOrder(10_000), 10_000);
        var failing = books.payout(300);
        var paid = books.payout(9_000);
        assertThat(books.write(() -> books.payouts.payOut(List.of(failing, paid))))
                .hasSize(2);
        assertThat(books.write(() -> books.payouts.payOut(List.of(failing, paid))))
                .isEmpty();
        assertThat(books.merchantHas()).isZero();
        books.write(() -> books.payouts.failed(books.answered(failing)));
        assertThat(books.write(() -> books.payouts.paid(books.answered(paid)))).isTrue();
        assertThat(books.write(() -> books.payouts.paid(books.answered(paid)))).isFalse();
        assertThat(books.merchantHas()).isEqualTo(300);
        assertThat(books.balance(Account.Kind.PAYOUTS, books.merchant)).isZero();
        assertThat(books.ledger.audit()).isEmpty();
    }

    @Test
    void whatTheBankReturnsIsTheMerchantsAgainOnceAndIsNothingNewlyEarned() {
        books.release(books.paidOrder(10_000), 10_000);
        books.clock.move(Duration.ofDays(2));
        var monday = books.clock.instant();
        var payout = books.payout(9_000);
        books.write(() -> books.payouts.payOut(List.of(payout)));
        books.write(() -> books.payouts.paid(payout));
        assertThat(books.write(() -> books.payouts.returned(List.of(payout)))).hasSize(1);
        assertThat(books.write(() -> books.payouts.returned(List.of(payout)))).isEmpty();
        assertThat(books.merchantHas()).isEqualTo(9_300);
        assertThat(books.payable(monday)).isEqualTo(yuan(9_300));
        assertThat(books.ledger.audit()).isEmpty();
    }

    @Test
    void ofManyPayoutsOfTheSameMoneyOneWins() {
        books.release(books.paidOrder(10_000), 10_000);
        var refused = new AtomicInteger();
        Race.of(IntStream.range(0, 8).<Runnable>mapToObj(rival -> () -> {
            try {
                books.write(() -> books.payouts.payOut(List.of(books.payout(9_300))));
            } catch (Overdrawn e) {
                refused.incrementAndGet();
            }
        }));
        assertThat(refused).hasValue(7);
        assertThat(books.merchantHas()).isZero();
    }

    @Test
    void whatWasEarnedLatelyIsHeldBackAndWhatWasTakenBackOfItIsNotHeldTwice() {
        books.release(books.paidOrder(10_000), 10_000);
        books.clock.move(Duration.ofDays(2));
        var monday = books.clock.instant();
        var recent = books.paidOrder(1_000);
        books.release(recent, 1_000);
        assertThat(books.payable(monday)).isEqualTo(yuan(9_300));
        books.write(() -> books.ledger.clawBack(recent, yuan(1_000), "d " + recent));
        assertThat(books.payable(monday)).isEqualTo(yuan(9_300));
        assertThat(books.payable(monday.plusSeconds(1))).isEqualTo(yuan(9_300));
    }

    @Test
    void aChargebackIsPaidByTheOrderThenByThePlatform() {
        var order = books.paidOrder(1_000);
        books.write(() -> books.chargebacks.takenBack(order, yuan(1_000), "dispute " + order));
        books.write(() -> books.chargebacks.lost(order, yuan(1_000), "lost " + order));
        assertThat(books.moneyOf(order).held()).isEqualTo(yuan(0));
        var refunded = books.paidOrder(500);
        books.refund(refunded, 500);
        books.write(() -> books.chargebacks.takenBack(refunded, yuan(500), "dispute " + refunded));
        assertThatThrownBy(() -> books.write(() -> books.chargebacks.lost(refunded, yuan(500), "lost " + refunded)))
                .isInstanceOf(Overdrawn.class);
        books.write(() -> books.chargebacks.borne(refunded, yuan(500), "borne " + refunded));
        var won = books.paidOrder(700);
        books.write(() -> books.chargebacks.takenBack(won, yuan(700), "dispute " + won));
        books.write(() -> books.chargebacks.won(won, yuan(700), "won " + won));
        books.write(() -> books.chargebacks.fee(won, yuan(30), "fee of " + won));
        assertThat(books.moneyOf(won).held()).isEqualTo(yuan(700));
        assertThat(books.ledger.audit()).isEmpty();
    }

    @Test
    void theCommissionOfWhatTheShopTookIsNettedAndComesBack() {
        var order = books.order();
        books.write(() -> books.commissions.charge(order, yuan(999), books.merchant, Books.SHARES, "noted " + order));
        assertThat(books.merchantHas()).isEqualTo(-49 - 19);
        assertThat(books.ledger.of(order)).isEmpty();
        books.write(
                () -> books.commissions.giveBack(order, yuan(999), books.merchant, Books.SHARES, "undone " + order));
        assertThat(books.merchantHas()).isZero();
        assertThat(books.ledger.audit()).isEmpty();
    }

    @Test
    void aCouponOfThePlatformIsPartOfWhatIsThereForTheOrder() {
        var order = books.paidOrder(8_000);
        books.write(() -> books.ledger.coupon(order, yuan(2_000), "coupon of " + order));
        assertThat(books.moneyOf(order).held()).isEqualTo(yuan(10_000));
        books.write(() -> books.ledger.couponBack(order, yuan(2_000), "cancellation of " + order));
        books.refund(order, 8_000);
        assertThat(books.moneyOf(order).held()).isEqualTo(yuan(0));
        assertThat(books.ledger.audit()).isEmpty();
    }

    @Test
    void aTipIsTheMerchantsAlone() {
        var order = books.paidOrder(10_500);
        books.release(order, 10_000);
        books.write(() -> books.ledger.tip(order, books.merchant, yuan(500), "tip of " + order));
        assertThat(books.merchantHas()).isEqualTo(9_800);
        assertThat(books.moneyOf(order).held()).isEqualTo(yuan(0));
    }

    @Test
    void goodwillIsThePlatformsAndLeavesTheOrderAlone() {
        var order = books.paidOrder(1_000);
        books.release(order, 1_000);
        books.write(() -> books.ledger.goodwill(order, yuan(900), "decision on " + order));
        assertThat(books.moneyOf(order)).isEqualTo(new OrderMoney(yuan(1_000), yuan(1_000), yuan(0), yuan(900)));
        books.write(() -> books.ledger.refundPaid(order, yuan(900), "refund of " + order));
        assertThat(books.ledger.audit()).isEmpty();
        assertThatThrownBy(() ->
                        books.write(() -> books.ledger.goodwill(order, yuan(101), "more than was paid for " + order)))
                .isInstanceOf(Overdrawn.class);
        assertThatThrownBy(() -> books.write(
                        () -> books.ledger.goodwill(books.order(), yuan(1), "decision on nothing " + order)))
                .isInstanceOf(Overdrawn.class);
    }

    /** What the bank of the payer takes is no decision of the platform's: it may come on top of what was given. */
    @Test
    void whatWasGivenDoesNotKeepAChargebackFromBeingBooked() {
        var order = books.paidOrder(1_000);
        books.write(() -> books.ledger.goodwill(order, yuan(400), "decision on " + order));
        assertThatThrownBy(() -> books.refund(order, 601)).isInstanceOf(Overdrawn.class);
        books.write(() -> books.chargebacks.takenBack(order, yuan(1_000), "dispute " + order));
        books.write(() -> books.chargebacks.lost(order, yuan(1_000), "lost " + order));
        assertThat(books.moneyOf(order).chargedBack()).isEqualTo(yuan(1_000));
        assertThat(books.ledger.audit()).isEmpty();
    }

    @Test
    void aGiftVoucherIsUsedByWhoComesFirstAndNeverBelowZero() {
        var sold = books.paidOrder(10_000);
        var card = books.order();
        books.write(() -> books.stored.sold(sold, card, yuan(10_000), "card " + card));
        var refused = new AtomicInteger();
        Race.of(IntStream.range(0, 8).<Runnable>mapToObj(rival -> () -> {
            try {
                use(card, 4_000);
            } catch (Overdrawn e) {
                refused.incrementAndGet();
            }
        }));
        assertThat(refused).hasValue(6);
        var back = use(card, 1_000);
        books.write(() -> books.stored.givenBack(back, card, yuan(1_000), "cancellation of " + back));
        books.write(() -> books.stored.expired(card, books.merchant, yuan(2_000), "end of " + card));
        assertThat(books.balance(Account.Kind.STORED_VALUE, card)).isZero();
        assertThat(books.merchantHas()).isEqualTo(2_000);
        assertThat(books.ledger.audit()).isEmpty();
    }

    private UUID use(UUID card, long minor) {
        var order = books.order();
        books.write(() -> books.stored.used(order, card, yuan(minor), "use for " + order));
        return order;
    }
}
