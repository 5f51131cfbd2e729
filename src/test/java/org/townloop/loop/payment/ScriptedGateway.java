package org.townloop.loop.payment;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.townloop.base.kernel.Outcome;

/** A gateway that answers as it is told, and remembers what it was asked. */
class ScriptedGateway implements Gateway {

    volatile Function<Intent, Answer> onOpen =
            intent -> new Answer.Waiting("pay_1", "http://gateway.example/pay/1", intent.amount());
    volatile Function<Intent, Answer> onAsk = intent -> new Answer.Silent("not scripted");
    volatile Function<Refund, RefundAnswer> onRefund = refund -> new RefundAnswer.Silent("not scripted");
    volatile BiFunction<Chargeback, String, AnswerReceipt> onAnswer =
            (chargeback, evidence) -> new AnswerReceipt.Silent("not scripted");
    volatile BiFunction<LocalDate, @Nullable String, Report> onReport =
            (day, after) -> new Report.Silent("not scripted");
    final List<IntentId> asked = new CopyOnWriteArrayList<>();
    final List<RefundId> refundsAsked = new CopyOnWriteArrayList<>();

    @Override
    public String name() {
        return "scripted";
    }

    @Override
    public Limits limits() {
        return new Limits(Duration.ofDays(90), 3_000);
    }

    @Override
    public Answer open(Intent intent, String description) {
        requireNoTransaction();
        return onOpen.apply(intent);
    }

    @Override
    public Answer ask(Intent intent) {
        requireNoTransaction();
        asked.add(intent.id());
        return onAsk.apply(intent);
    }

    @Override
    public RefundAnswer refund(Refund refund, Intent payment) {
        requireNoTransaction();
        refundsAsked.add(refund.id());
        return onRefund.apply(refund);
    }

    @Override
    public AnswerReceipt answerDispute(Chargeback chargeback, String evidence) {
        requireNoTransaction();
        return onAnswer.apply(chargeback, evidence);
    }

    @Override
    public Report report(LocalDate day, @Nullable String after) {
        requireNoTransaction();
        return onReport.apply(day, after);
    }

    @Override
    public Outcome<Message> read(byte[] body, Function<String, @Nullable String> header, Instant now) {
        return Outcome.refused(PaymentReason.WEBHOOK_UNSIGNED);
    }

    private static void requireNoTransaction() {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("called inside a transaction");
        }
    }
}
