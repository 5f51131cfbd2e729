package org.townloop.supply.merchant;

/** What is on sale. Whoever keeps the offers implements it. */
public interface Selling {

    /** Whose turn it is to refuse the merchant, or to put something of theirs on sale. */
    String TURN = "selling";

    /** Takes all that the merchant sells off sale, in the caller's transaction; what was sold stays sold. */
    void stop(MerchantId merchant);
}
