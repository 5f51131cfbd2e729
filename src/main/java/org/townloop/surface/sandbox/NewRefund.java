package org.townloop.surface.sandbox;

import org.jspecify.annotations.Nullable;
import org.townloop.surface.sandbox.NewPayment.Checks;

/** The merchant's request to pay back, as it came. */
record NewRefund(@Nullable String reference, @Nullable Long amountMinor) {

    /** As it is when it is in order. */
    record Checked(String reference, long amountMinor) {}

    /** @throws Unacceptable with a sentence on what is wrong */
    Checked checked() {
        return new Checked(Checks.reference(reference), Checks.amount(amountMinor));
    }
}
