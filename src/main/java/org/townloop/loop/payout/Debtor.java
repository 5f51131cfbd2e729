package org.townloop.loop.payout;

import org.jspecify.annotations.Nullable;

/**
 * Whose account at the bank the money leaves.
 *
 * @param name of the account's holder
 * @param number an IBAN, or the number in digits
 * @param bank its BIC; null if the bank needs none
 */
public record Debtor(String name, String number, @Nullable String bank) {}
