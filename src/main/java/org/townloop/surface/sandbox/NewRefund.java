package org.townloop.surface.sandbox;

import org.jspecify.annotations.Nullable;
import org.townloop.surface.sandbox.NewPayment.Checks;

/** The merchant's request to pay back, as it came. */
record NewRefund(@Nullable String reference, @Nullable Long amountMinor) {

    /** As it is when it is in order. */
    record Checked(String reference, long amountMinor) {

        /** The last two digits of the amount: some of them make it fail, so that everything can be tried. */
        Quirk quirk() {
            return switch ((int) (amountMinor % 100)) {
                case 51 -> Quirk.ACCOUNT_CLOSED;
                case 52 -> Quirk.BALANCE;
                case 53 -> Quirk.LOST;
                default -> Quirk.NONE;
            };
        }
    }

    /** How it fails. */
    enum Quirk {
        NONE,
        /** …51: always refused, since the payer's account is closed. */
        ACCOUNT_CLOSED,
        /** …52: the first of a payment is refused, since too little is held; the next is paid back. */
        BALANCE,
        /** …53: it is paid back, but neither the answer nor a webhook says so. */
        LOST
    }

    /** @throws Unacceptable with a sentence on what is wrong */
    Checked checked() {
        return new Checked(Checks.reference(reference), Checks.amount(amountMinor));
    }
}
