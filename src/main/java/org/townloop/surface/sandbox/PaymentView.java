package org.townloop.surface.sandbox;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the payer sees.
 *
 * @param timedOut whether the page gives up instead of saying how it ended
 */
record PaymentView(Tongue tongue, Payment payment, List<Dispute> disputes, Duration late, boolean timedOut) {

    String t(String key) {
        return tongue.t(key);
    }

    String amount() {
        return tongue.money(payment.amount());
    }

    String lateText() {
        return tongue.t("sandbox.late.note", Map.of("minutes", Math.max(1, late.toMinutes())));
    }

    /** Whether the payer may object to it. */
    boolean isObjectionable() {
        return payment.state() == PaymentState.CAPTURED && payment.left().isPositive();
    }

    String objected(Dispute dispute) {
        return tongue.t(
                "sandbox.dispute." + dispute.state().name().toLowerCase(Locale.ROOT),
                Map.of("amount", tongue.money(dispute.amount())));
    }

    boolean isOpen() {
        return payment.state() == PaymentState.OPEN;
    }

    /** The title of the state the payment is in. */
    String state() {
        return t("sandbox.state."
                + (timedOut ? "timeout" : payment.state().name().toLowerCase(Locale.ROOT)));
    }
}
