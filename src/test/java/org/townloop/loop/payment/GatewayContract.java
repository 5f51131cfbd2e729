package org.townloop.loop.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.townloop.TestClock;
import org.townloop.base.kernel.Ids;
import org.townloop.base.kernel.Money;

/** What every gateway must do, tried from outside. */
abstract class GatewayContract {

    abstract Gateway gateway();

    /** Does at the gateway what a payer would. */
    abstract void pays(Intent intent);

    abstract void declines(Intent intent);

    @Test
    void anOpenedPaymentWaitsOnAPageAndOpeningItAgainIsTheSamePayment() {
        var intent = anIntent();
        var first = gateway().open(intent, "Haircut · 剪发");
        assertThat(first).isInstanceOf(Answer.Waiting.class);
        assertThat(((Answer.Waiting) first).amount()).isEqualTo(intent.amount());
        assertThat(gateway().open(intent, "Haircut · 剪发")).isEqualTo(first);
        assertThat(gateway().ask(intent)).isEqualTo(first);
    }

    @Test
    void aPaymentThatWasNeverOpenedIsNotHeardOf() {
        assertThat(gateway().ask(anIntent())).isEqualTo(new Answer.NeverHeard());
    }

    @Test
    void aPaidPaymentIsCaptured() {
        var intent = opened();
        pays(intent);
        assertThat(gateway().ask(intent))
                .isInstanceOfSatisfying(
                        Answer.Captured.class,
                        captured -> assertThat(captured.amount()).isEqualTo(intent.amount()));
    }

    @Test
    void aDeclinedPaymentIsDeclined() {
        var intent = opened();
        declines(intent);
        assertThat(gateway().ask(intent)).isInstanceOf(Answer.Declined.class);
    }

    @Test
    void aRefundIsMadeOnceHoweverOftenItIsAskedFor() {
        var intent = opened();
        pays(intent);
        var refund = aRefund(intent, 5_000);
        var first = gateway().refund(refund, intent);
        assertThat(first).isInstanceOf(RefundAnswer.Succeeded.class);
        assertThat(gateway().refund(refund, intent)).isEqualTo(first);
        assertThat(gateway().refund(aRefund(intent, 7_800), intent)).isInstanceOf(RefundAnswer.Succeeded.class);
        assertThat(gateway().refund(aRefund(intent, 1), intent)).isInstanceOf(RefundAnswer.Failed.class);
    }

    @Test
    void whatWasNotPaidIsNotRefunded() {
        var intent = opened();
        assertThat(gateway().refund(aRefund(intent, 1), intent)).isInstanceOf(RefundAnswer.Failed.class);
    }

    @Test
    void currenciesWithNoAndWithThreeDecimalsAreTakenInTheirMinorUnits() {
        for (var amount : new Money[] {Money.of(1_200, "JPY"), Money.of(12_345, "KWD")}) {
            assertThat(gateway().open(anIntent(amount), ""))
                    .isInstanceOfSatisfying(
                            Answer.Waiting.class,
                            waiting -> assertThat(waiting.amount()).isEqualTo(amount));
        }
    }

    Intent opened() {
        return opened(PaymentTown.PRICE);
    }

    Intent opened(Money amount) {
        var intent = anIntent(amount);
        return switch (gateway().open(intent, "Haircut · 剪发")) {
            case Answer.Waiting(var ref, var page, var asked) -> with(intent, page);
            case Answer other -> throw new AssertionError("not opened: " + other);
        };
    }

    static Intent anIntent() {
        return anIntent(PaymentTown.PRICE);
    }

    static Intent anIntent(Money amount) {
        var now = TestClock.START;
        return new Intent(
                new IntentId(id()),
                List.of(new Share(id(), amount)),
                PaymentTown.RESIDENT,
                "sandbox",
                amount,
                IntentState.UNKNOWN,
                null,
                null,
                "http://localhost/orders/1",
                now,
                now,
                null);
    }

    static Refund aRefund(Intent intent, long minor) {
        return new Refund(
                new RefundId(id()),
                intent.id(),
                intent.order(),
                new Money(minor, intent.amount().currency()),
                RefundState.UNKNOWN,
                null,
                "cancelled",
                intent.createdAt(),
                null,
                null);
    }

    private static Intent with(Intent intent, String page) {
        return new Intent(
                intent.id(),
                intent.shares(),
                intent.person(),
                intent.gateway(),
                intent.amount(),
                IntentState.PENDING,
                null,
                page,
                intent.returnUrl(),
                intent.createdAt(),
                intent.askedAt(),
                null);
    }

    static UUID id() {
        return Ids.next(PaymentTown.WILLOW_CREEK, TestClock.START);
    }
}
