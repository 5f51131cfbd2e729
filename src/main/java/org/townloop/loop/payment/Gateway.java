package org.townloop.loop.payment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Outcome;

/**
 * A payment gateway as we speak to it. Calls take seconds at most, never throw for what the gateway or the network
 * does, and are idempotent by the id of the intent or refund, which is our reference there.
 */
public interface Gateway {

    /** A webhook that was proved to come from the gateway, recently, and to be meant for us. */
    record Message(String eventId, GatewayEvent event) {}

    /** Its name in calls, rows and the path of its webhooks: lower-case letters. */
    String name();

    Limits limits();

    /** @param description what is paid for, as the payer reads it on the gateway's page */
    Answer open(Intent intent, String description);

    Answer ask(Intent intent);

    /** @param payment the captured intent of the refund */
    RefundAnswer refund(Refund refund, Intent payment);

    /**
     * Tells the gateway what the merchant says to a payer's objection.
     *
     * @param evidence the merchant's words, and what is on record
     */
    AnswerReceipt answerDispute(Chargeback chargeback, String evidence);

    /**
     * What the gateway booked on a day, a page at a time: every payment, refund and dispute once, with the fee that it
     * kept. A day that is not over yet has what came so far; one that is over does not change.
     *
     * @param day from midnight to midnight UTC
     * @param after what an earlier page said in {@link Report.Page#next}; null for the first
     */
    Report report(LocalDate day, @Nullable String after);

    /**
     * Reads a webhook.
     *
     * @param header gives a header by its name, in any case, or null
     * @return refused with a {@code WEBHOOK_…} reason unless it is genuine
     */
    Outcome<Message> read(byte[] body, Function<String, @Nullable String> header, Instant now);
}
