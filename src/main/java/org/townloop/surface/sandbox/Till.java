package org.townloop.surface.sandbox;

import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What may be done with a payment here: each act in one transaction with the webhook that tells of it. */
@Component
@InDemoOnly
class Till {

    /** What the payer chooses on the page. */
    enum Choice {
        SUCCEED,
        DECLINE,
        /** It is paid, but neither this page's answer nor a webhook will say so. */
        TIMEOUT,
        /** It is paid, and the money takes its time. */
        LATE
    }

    private final SandboxPayments payments;
    private final Book book;
    private final Deliveries deliveries;
    private final Doorbell doorbell;
    private final PeerSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Till(
            SandboxPayments payments,
            Book book,
            Deliveries deliveries,
            Doorbell doorbell,
            PeerSettings settings,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.payments = payments;
        this.book = book;
        this.deliveries = deliveries;
        this.doorbell = doorbell;
        this.settings = settings;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** @throws Unacceptable if the reference is taken by a payment of another amount */
    Payment open(NewPayment.Checked wanted) {
        var payment = atomically(() -> payments.open(wanted));
        if (!payment.amount().equals(wanted.amount())) {
            throw new Unacceptable(HttpStatus.CONFLICT, "this reference belongs to a payment of another amount");
        }
        return payment;
    }

    /** Does what the payer chose, or what the amount makes of it; a payment that was decided stays as it is. */
    Payment choose(Payment payment, Choice choice) {
        var decided = atomically(() -> decide(payment, choice));
        doorbell.ring();
        return decided.or(() -> payments.byId(payment.id())).orElseThrow();
    }

    /** @throws Unacceptable if it is more than is left, or nothing was captured */
    RefundJson refund(Payment payment, NewRefund.Checked wanted) {
        var refund = atomically(() -> {
            var made = payments.refund(payment, wanted, this::booked);
            made.filter(one -> one.amountMinor() == wanted.amountMinor() && wanted.quirk() != NewRefund.Quirk.LOST)
                    .ifPresent(
                            one -> deliveries.add(payment, one.isPaid() ? "refund.succeeded" : "refund.failed", one));
            return made;
        });
        doorbell.ring();
        return refund.filter(one -> one.amountMinor() == wanted.amountMinor())
                .orElseThrow(() -> new Unacceptable(
                        HttpStatus.UNPROCESSABLE_CONTENT, "no more can be refunded than was captured and is left"));
    }

    private void booked(RefundJson refund) {
        if (refund.isPaid()) {
            book.refunded(refund);
        }
    }

    /** Captures those whose money was late and is here now. */
    void captureLate() {
        transaction.executeWithoutResult(
                status -> payments.captureLate().forEach(payment -> told(captured(payment), "payment.captured")));
    }

    private Optional<Payment> decide(Payment payment, Choice choice) {
        return switch (effective(payment, choice)) {
            case SUCCEED ->
                told(
                        payments.become(PaymentState.CAPTURED, payment.id(), "succeed", null)
                                .map(this::captured),
                        "payment.captured");
            case DECLINE ->
                told(payments.become(PaymentState.DECLINED, payment.id(), "decline", null), "payment.declined");
            case TIMEOUT ->
                payments.become(PaymentState.CAPTURED, payment.id(), "timeout", null)
                        .map(this::captured);
            case LATE ->
                payments.become(
                        PaymentState.CAPTURING,
                        payment.id(),
                        "late",
                        clock.instant().plus(settings.late()));
        };
    }

    private static Choice effective(Payment payment, Choice choice) {
        return switch (payment.quirk()) {
            case DECLINES -> Choice.DECLINE;
            case LATE -> choice == Choice.SUCCEED ? Choice.LATE : choice;
            case NONE, TIMES_OUT -> choice;
        };
    }

    private Payment captured(Payment payment) {
        book.captured(payment);
        return payment;
    }

    private Optional<Payment> told(Optional<Payment> payment, String type) {
        payment.ifPresent(decided -> told(decided, type));
        return payment;
    }

    private void told(Payment payment, String type) {
        deliveries.add(payment, type, (RefundJson) null);
    }

    private <T> T atomically(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }
}
