package org.townloop.loop.ledger;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.townloop.base.kernel.Money;

/**
 * Payments that a gateway takes back, and what it charges, in the transaction of the gateway's message. Each returns
 * false if its cause has moved its money already.
 */
@Component
public class ChargebackBook {

    private final Journal journal;

    ChargebackBook(Journal journal) {
        this.journal = journal;
    }

    /** The gateway has taken it back, and it is not decided yet. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean takenBack(UUID order, Money amount, String cause) {
        return journal.move(TransferKind.CHARGEBACK, order, amount, cause);
    }

    /** Decided for us: the gateway holds it for us again. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean won(UUID order, Money amount, String cause) {
        return journal.move(TransferKind.CHARGEBACK_WON, order, amount, cause);
    }

    /**
     * Decided against us: the order's escrow pays. What was released of it is taken back first
     * ({@link Ledger#clawBack}), what cannot be is {@link #borne}.
     *
     * @throws Overdrawn if less than that is held
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean lost(UUID order, Money amount, String cause) {
        return journal.move(TransferKind.CHARGEBACK_LOST, order, amount, cause);
    }

    /** Decided against us, and the order has no more: the platform pays. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean borne(UUID order, Money amount, String cause) {
        return journal.move(TransferKind.CHARGEBACK_BORNE, order, amount, cause);
    }

    /** What was promised back and its payer has by a chargeback: it makes up for what the platform bore. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean refundHad(UUID order, Money amount, String cause) {
        return journal.move(TransferKind.REFUND_CHARGED_BACK, order, amount, cause);
    }

    /**
     * Something that a gateway has kept for its work.
     *
     * @param about the order or payment that it charges for
     */
    public record Fee(UUID about, Money amount, String cause) {}

    /** As many by one statement; the causes that moved money now. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Set<String> fees(Collection<Fee> fees) {
        return journal.writeAll(fees.stream()
                .map(fee -> journal.transfer(
                        TransferKind.FEE, Account.NOBODY, Account.NOBODY, fee.about(), fee.amount(), fee.cause()))
                .toList());
    }

    /** What gateways gave back of their fees, as many by one statement; the causes that moved money now. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Set<String> feesBack(Collection<Fee> fees) {
        return journal.writeAll(fees.stream()
                .map(fee -> journal.transfer(
                        TransferKind.FEE_BACK, Account.NOBODY, Account.NOBODY, fee.about(), fee.amount(), fee.cause()))
                .toList());
    }

    /**
     * The gateway has kept something for its work.
     *
     * @param about the order or payment that it charges for
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean fee(UUID about, Money amount, String cause) {
        return journal.move(TransferKind.FEE, about, amount, cause);
    }
}
