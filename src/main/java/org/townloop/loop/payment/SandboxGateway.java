package org.townloop.loop.payment;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Outcome;
import org.townloop.loop.payment.SandboxCalls.Reply;
import org.townloop.loop.payment.SandboxCalls.Silence;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The sandbox gateway over its HTTP API: whatever does not say clearly what happened is silence. */
class SandboxGateway implements Gateway {

    static final String NAME = "sandbox";

    private static final String PAYMENTS = "/sandbox/api/payments";
    private static final String SIGNATURE = "Townloop-Signature";
    private static final int LONGEST_DESCRIPTION = 200;
    /** As usual where splitting is licensed: half a year, and three tenths of a payment. */
    private static final Limits LIMITS = new Limits(Duration.ofDays(180), 3_000);

    private final SandboxCalls calls;
    private final Supplier<String> webhookUrl;
    private final Supplier<SandboxAccount> account;
    private final JsonMapper json;

    SandboxGateway(SandboxCalls calls, Supplier<String> webhookUrl, Supplier<SandboxAccount> account, JsonMapper json) {
        this.calls = calls;
        this.webhookUrl = webhookUrl;
        this.account = account;
        this.json = json;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Limits limits() {
        return LIMITS;
    }

    @Override
    public Answer open(Intent intent, String description) {
        var request = Map.of(
                "reference", intent.id().value().toString(),
                "amountMinor", intent.amount().minor(),
                "currency", intent.amount().currency().getCurrencyCode(),
                "description", shortened(description),
                "returnUrl", intent.returnUrl(),
                "webhookUrl", webhookUrl.get());
        try {
            var reply = calls.post(PAYMENTS, request);
            return isOk(reply) ? answer(intent, reply) : new Answer.Declined(null);
        } catch (Silence e) {
            return silent(e);
        }
    }

    @Override
    public Answer ask(Intent intent) {
        try {
            var reply = calls.get(PAYMENTS + "/" + intent.id().value());
            if (reply.status() == 404) {
                return new Answer.NeverHeard();
            }
            return isOk(reply) ? answer(intent, reply) : new Answer.Silent("status " + reply.status());
        } catch (Silence e) {
            return silent(e);
        }
    }

    @Override
    public RefundAnswer refund(Refund refund, Intent payment) {
        var request = Map.of(
                "reference", refund.id().value().toString(),
                "amountMinor", refund.amount().minor());
        try {
            var reply = calls.post(PAYMENTS + "/" + payment.id().value() + "/refunds", request);
            return switch (reply.status()) {
                case 200, 201 -> answer(refund, reply);
                case 404, 409, 422 -> new RefundAnswer.Failed(RefundFailure.OTHER);
                default -> new RefundAnswer.Silent("status " + reply.status());
            };
        } catch (Silence e) {
            return new RefundAnswer.Silent(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public AnswerReceipt answerDispute(Chargeback chargeback, String evidence) {
        try {
            var reply = calls.post(
                    "/sandbox/api/disputes/" + chargeback.gatewayRef() + "/answer", Map.of("text", evidence));
            return switch (reply.status()) {
                case 200, 201 -> new AnswerReceipt.Taken();
                case 404, 409, 422 -> new AnswerReceipt.TooLate();
                default -> new AnswerReceipt.Silent("status " + reply.status());
            };
        } catch (Silence e) {
            return new AnswerReceipt.Silent(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public Report report(LocalDate day, @Nullable String after) {
        try {
            var reply = calls.get("/sandbox/api/report?day=" + day + (after == null ? "" : "&after=" + after));
            if (!isOk(reply)) {
                return new Report.Silent("status " + reply.status());
            }
            return page(calls.read(reply, SandboxReport.class));
        } catch (Silence e) {
            return new Report.Silent(String.valueOf(e.getMessage()));
        }
    }

    private Report page(SandboxReport report) {
        try {
            return report.merchant().equals(account.get().merchant())
                    ? report.page()
                    : new Report.Silent("a report for another merchant");
        } catch (IllegalArgumentException | NullPointerException e) {
            return new Report.Silent("a report that cannot be read: " + e.getMessage());
        }
    }

    @Override
    public Outcome<Message> read(byte[] body, Function<String, @Nullable String> header, Instant now) {
        var signature = Signature.parse(header.apply(SIGNATURE)).orElse(null);
        if (signature == null) {
            return Outcome.refused(PaymentReason.WEBHOOK_UNSIGNED);
        }
        if (!signature.isOf(body, account.get().webhookSecret())) {
            return Outcome.refused(PaymentReason.WEBHOOK_FORGED);
        }
        if (!signature.isRecent(now)) {
            return Outcome.refused(PaymentReason.WEBHOOK_STALE);
        }
        return message(body);
    }

    private Outcome<Message> message(byte[] body) {
        try {
            var message = json.readValue(body, SandboxMessage.class);
            return message.payment().merchant().equals(account.get().merchant())
                    ? Outcome.done(new Message(message.id(), message.event()))
                    : Outcome.refused(PaymentReason.WEBHOOK_NOT_OURS);
        } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
            return Outcome.refused(PaymentReason.WEBHOOK_UNREADABLE);
        }
    }

    private Answer answer(Intent intent, Reply reply) throws Silence {
        var payment = calls.read(reply, SandboxPayment.class);
        if (!payment.reference().equals(intent.id().value().toString())) {
            return new Answer.Silent("an answer about another payment");
        }
        return switch (payment.state()) {
            case "CAPTURED" -> new Answer.Captured(payment.id(), payment.amount());
            case "DECLINED" -> new Answer.Declined(payment.id());
            default -> new Answer.Waiting(payment.id(), page(payment), payment.amount());
        };
    }

    private static String page(SandboxPayment payment) throws Silence {
        try {
            return payment.page();
        } catch (IllegalArgumentException e) {
            throw new Silence("no page for the payer: " + e.getMessage());
        }
    }

    private RefundAnswer answer(Refund refund, Reply reply) throws Silence {
        var answer = calls.read(reply, SandboxRefund.class);
        if (!answer.reference().equals(refund.id().value().toString())) {
            return new RefundAnswer.Silent("an answer about another refund");
        }
        return answer.state().equals("SUCCEEDED")
                ? new RefundAnswer.Succeeded(answer.id(), answer.amount())
                : new RefundAnswer.Failed(answer.why());
    }

    /** A title that is too long for the gateway must not keep anybody from paying. */
    private static String shortened(String description) {
        return description.codePointCount(0, description.length()) <= LONGEST_DESCRIPTION
                ? description
                : description.substring(0, description.offsetByCodePoints(0, LONGEST_DESCRIPTION - 1)) + "…";
    }

    private static boolean isOk(Reply reply) {
        return reply.status() == 200 || reply.status() == 201;
    }

    private static Answer silent(Silence silence) {
        return new Answer.Silent(String.valueOf(silence.getMessage()));
    }
}
