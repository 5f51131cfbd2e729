package org.townloop.loop.payout;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.townloop.base.identity.PersonId;
import org.townloop.loop.ledger.Payee;

/**
 * Where a payee is paid.
 *
 * @param number whole: only what is sent to the bank shows it
 * @param bankName null of an IBAN
 * @param bankCode a BIC, or the number of the bank's branch in China; null if none was given
 */
public record BankAccount(
        UUID id,
        Payee payee,
        String holder,
        Scheme scheme,
        String number,
        @Nullable String bankName,
        @Nullable String bankCode,
        PersonId enteredBy,
        Instant enteredAt) {

    /** How accounts are numbered. */
    public enum Scheme {
        IBAN,
        /** A card or an account in China, with the bank's name and the number of its branch. */
        CN
    }

    /** What stands in place of a holder and a number that were forgotten. */
    static final String FORGOTTEN = "–";

    boolean isForgotten() {
        return number.equals(FORGOTTEN);
    }

    /** Its end, by which its owner knows it again. */
    public String masked() {
        return AccountNumber.masked(number);
    }

    /** What stands in logs leads to no account. */
    @Override
    public String toString() {
        return "BankAccount[" + id + "]";
    }
}
