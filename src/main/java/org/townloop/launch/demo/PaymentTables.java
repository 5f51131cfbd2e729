package org.townloop.launch.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** Payments and refunds, ours and the sandbox gateway's. */
final class PaymentTables {

    private static final String GATEWAY = "sandbox";
    private static final int FEE_BASIS_POINTS = 60;
    private static final String RETURN_URL = "http://localhost/loop";
    private static final Duration REFUND_TAKES = Duration.ofSeconds(20);

    private final CopyTable intents = new CopyTable(
            "payment.intent",
            "region_id, id, person_id, gateway, amount_minor, currency, state, gateway_ref, return_url,"
                    + " created_at, asked_at, closed_at");
    private final CopyTable shares = new CopyTable("payment.share", "region_id, intent_id, order_id, amount_minor");
    private final CopyTable refunds = new CopyTable(
            "payment.refund",
            "region_id, id, intent_id, order_id, amount_minor, currency, state, gateway_ref, reason, created_at,"
                    + " asked_at, closed_at");
    private final CopyTable sandbox = new CopyTable(
            "sandbox.payment",
            "id, reference, amount_minor, currency, description, return_url, webhook_url, state, outcome, created_at");

    private final CopyTable sandboxBook =
            new CopyTable("sandbox.entry", "day, kind, id, reference, amount_minor, fee_minor, currency, at");

    private final String webhookUrl;

    PaymentTables(List<Booking> bookings, KeptShare kept, String webhookUrl) {
        this.webhookUrl = webhookUrl;
        for (var booking : bookings) {
            if (booking.fate().isPaid()) {
                intent(booking);
            }
            if (booking.fate().isRefunded()) {
                refund(booking, kept.refunded(booking).minor());
            }
            if (booking.fate() == Fate.AWAITED || booking.fate() == Fate.MISSED) {
                atTheGateway(booking);
            }
        }
    }

    List<CopyTable> tables() {
        return List.of(intents, shares, refunds, sandbox, sandboxBook);
    }

    private void intent(Booking booking) {
        var asked = booking.createdAt().plusSeconds(40);
        intents.row(
                booking.region(),
                booking.ids().intent(),
                booking.resident().id(),
                GATEWAY,
                booking.paid().minor(),
                "CNY",
                "CAPTURED",
                reference(booking),
                RETURN_URL,
                asked,
                asked,
                booking.paidAt());
        shares.row(
                booking.region(),
                booking.ids().intent(),
                booking.ids().order(),
                booking.paid().minor());
        booked(
                "PAYMENT",
                reference(booking),
                booking.ids().intent(),
                booking.paid().minor(),
                booking.paid().basisPoints(FEE_BASIS_POINTS).minor(),
                booking.paidAt());
    }

    private void refund(Booking booking, long amount) {
        refunds.row(
                booking.region(),
                booking.ids().refund(),
                booking.ids().intent(),
                booking.ids().order(),
                amount,
                "CNY",
                "SUCCEEDED",
                "ref_" + booking.ids().refund(),
                "cancelled by the resident",
                booking.doneAt(),
                booking.doneAt(),
                booking.doneAt().plus(REFUND_TAKES));
        var refund = booking.ids().refund();
        booked("REFUND", "ref_" + refund, refund, amount, 0, booking.doneAt().plus(REFUND_TAKES));
    }

    /** What the gateway's reports of those days say. */
    private void booked(String kind, String id, UUID reference, long amount, long fee, Instant at) {
        sandboxBook.row(at.atOffset(ZoneOffset.UTC).toLocalDate(), kind, id, reference, amount, fee, "CNY", at);
    }

    /** What may still be refunded must be known to the gateway too. */
    private void atTheGateway(Booking booking) {
        sandbox.row(
                reference(booking),
                booking.ids().intent(),
                booking.paid().minor(),
                "CNY",
                booking.shop().name().en(),
                RETURN_URL,
                webhookUrl,
                "CAPTURED",
                "succeed",
                booking.createdAt().plusSeconds(41));
    }

    private static String reference(Booking booking) {
        return "pay_" + booking.ids().intent();
    }
}
