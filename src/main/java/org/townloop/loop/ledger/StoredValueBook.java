package org.townloop.loop.ledger;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.townloop.base.kernel.Money;

/**
 * What is left on gift vouchers, passes and balances ("cards"), in the transaction of what changes it. Each returns false
 * if its cause has moved its money already; no card is ever below zero.
 */
@Component
public class StoredValueBook {

    private final Journal journal;

    StoredValueBook(Journal journal) {
        this.journal = journal;
    }

    /**
     * A card was sold: what was paid for the order is what it is worth.
     *
     * @throws Overdrawn if less than that is held for the order
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean sold(UUID order, UUID card, Money amount, String cause) {
        return journal.move(TransferKind.STORED, Account.NOBODY, card, order, amount, cause);
    }

    /**
     * Somebody pays for an order with it.
     *
     * @throws Overdrawn if less than that is left on it
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean used(UUID order, UUID card, Money amount, String cause) {
        return journal.move(TransferKind.STORED_USED, card, Account.NOBODY, order, amount, cause);
    }

    /**
     * The order is called off: the card has it again.
     *
     * @throws Overdrawn if less than that is held for the order
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean givenBack(UUID order, UUID card, Money amount, String cause) {
        return journal.move(TransferKind.STORED_BACK, Account.NOBODY, card, order, amount, cause);
    }

    /**
     * It ran out: what is left is the merchant's.
     *
     * @throws Overdrawn if less than that is left on it
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean expired(UUID card, UUID merchant, Money left, String cause) {
        return journal.move(TransferKind.STORED_EXPIRED, card, merchant, card, left, cause);
    }
}
