package org.townloop.supply.merchant;

/** What is on sale. Whoever keeps the offers implements it. */
public interface Selling {

    /** Takes all that the merchant sells off sale, in the caller's transaction; what was sold stays sold. */
    void stop(MerchantId merchant);
}
