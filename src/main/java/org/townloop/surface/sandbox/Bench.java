package org.townloop.surface.sandbox;

import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Where payers object to payments, and somebody decides: each act in one transaction with the webhook that tells of it. */
@Component
@InDemoOnly
class Bench {

    private static final int BATCH = 20;

    private final SandboxPayments payments;
    private final SandboxDisputes disputes;
    private final Book book;
    private final Deliveries deliveries;
    private final Doorbell doorbell;
    private final TransactionTemplate transaction;

    Bench(
            SandboxPayments payments,
            SandboxDisputes disputes,
            Book book,
            Deliveries deliveries,
            Doorbell doorbell,
            PlatformTransactionManager transactions) {
        this.payments = payments;
        this.disputes = disputes;
        this.book = book;
        this.deliveries = deliveries;
        this.doorbell = doorbell;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** @param reason one of {@link Dispute#REASONS} */
    void object(Payment payment, String reason) {
        transaction.executeWithoutResult(
                status -> disputes.open(payment, reason).ifPresent(dispute -> {
                    book.disputed(payment, dispute);
                    tell(dispute, "dispute.opened");
                }));
        doorbell.ring();
    }

    /** Decides what is open of the payment; nothing happens if nothing is. */
    void decide(Payment payment, DisputeState state) {
        transaction.executeWithoutResult(status -> disputes.of(payment).stream()
                .filter(dispute -> dispute.state() == DisputeState.OPEN)
                .forEach(dispute -> decide(payment, dispute, state)));
        doorbell.ring();
    }

    /** @throws Unacceptable if there is no such dispute, or it does not hear anything any more */
    Dispute answer(String id, String text) {
        var dispute = find(id);
        if (!Boolean.TRUE.equals(transaction.execute(status -> disputes.answer(dispute.id(), text)))) {
            throw new Unacceptable(HttpStatus.CONFLICT, "the dispute is decided, or the time to answer is over");
        }
        return find(id);
    }

    /** Whoever says nothing in time has lost. */
    void decideUnanswered() {
        transaction.executeWithoutResult(status -> disputes.unanswered(BATCH)
                .forEach(dispute -> payments.byId(dispute.paymentId())
                        .ifPresent(payment -> decide(payment, dispute, DisputeState.LOST))));
    }

    private Dispute find(String id) {
        return disputes.find(id).orElseThrow(() -> new Unacceptable(HttpStatus.NOT_FOUND, "there is no such dispute"));
    }

    private void decide(Payment payment, Dispute dispute, DisputeState state) {
        if (!disputes.decide(dispute, state)) {
            return;
        }
        if (state == DisputeState.WON) {
            book.reversed(payment, dispute);
        }
        tell(find(dispute.id()), state == DisputeState.WON ? "dispute.won" : "dispute.lost");
    }

    private void tell(Dispute dispute, String type) {
        Optional.of(dispute.paymentId())
                .flatMap(payments::byId)
                .ifPresent(payment -> deliveries.add(payment, type, dispute.json()));
    }
}
