package org.townloop.loop.payment;

import java.util.List;

/** Is told, once each, what becomes of a chargeback, inside the transaction that records it. */
public interface ChargebackListener {

    /**
     * A chargeback of a payment is about to be recorded: whoever locks orders and payments locks the orders first.
     *
     * @param shares of the payment
     */
    void opening(List<Share> shares);

    /** The gateway has taken the money back. */
    void opened(Chargeback chargeback);

    /** The gateway has given it again. */
    void won(Chargeback chargeback);

    /** The payer keeps it. */
    void lost(Chargeback chargeback);
}
