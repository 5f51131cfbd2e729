package org.townloop.surface.sandbox;

import java.util.List;
import java.util.Locale;

/** What was paid lately. */
record PaymentsView(Tongue tongue, List<Payment> payments) {

    String t(String key) {
        return tongue.t(key);
    }

    String amount(Payment payment) {
        return tongue.money(payment.amount());
    }

    String state(Payment payment) {
        return t(
                payment.disputedMinor() > 0
                        ? "sandbox.payments.disputed"
                        : "sandbox.payments." + payment.state().name().toLowerCase(Locale.ROOT));
    }
}
