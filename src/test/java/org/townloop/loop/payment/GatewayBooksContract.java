package org.townloop.loop.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every gateway must say of what it booked, and do when a payer objects. */
abstract class GatewayBooksContract extends GatewayContract {

    @Test
    void theReportOfADayHasEachPaymentAndRefundOnceWithTheFee() {
        var intent = opened();
        pays(intent);
        pays(intent);
        var refund = aRefund(intent, 5_000);
        gateway().refund(refund, intent);
        gateway().refund(refund, intent);
        declines(opened());
        var ours = reported(today()).stream()
                .filter(line -> Set.of(
                                intent.id().value().toString(),
                                refund.id().value().toString())
                        .contains(String.valueOf(line.reference())))
                .toList();
        assertThat(ours).extracting(ReportLine::kind).containsExactly(ReportLine.Kind.PAYMENT, ReportLine.Kind.REFUND);
        assertThat(ours).extracting(ReportLine::amount).containsExactly(intent.amount(), refund.amount());
        assertThat(ours.getFirst().fee().minor()).isBetween(0L, intent.amount().minor());
    }

    @Test
    void whatIsNotPaidIsInNoReport() {
        var intent = opened();
        assertThat(reported(today()))
                .extracting(ReportLine::reference)
                .doesNotContain(intent.id().value().toString());
        assertThat(reported(today().minusYears(30))).isEmpty();
    }

    @Test
    void whatThePayerObjectsToIsTakenBackOnceAndNotRefundedAsWell() {
        var intent = opened();
        pays(intent);
        objects(intent);
        objects(intent);
        assertThat(reportedOf(intent)).containsExactly(ReportLine.Kind.PAYMENT, ReportLine.Kind.DISPUTE);
        assertThat(gateway().refund(aRefund(intent, 1), intent)).isInstanceOf(RefundAnswer.Failed.class);
        isDecided(intent, false);
        isDecided(intent, true);
        assertThat(reportedOf(intent)).containsExactly(ReportLine.Kind.PAYMENT, ReportLine.Kind.DISPUTE);
        assertThat(gateway().refund(aRefund(intent, 1), intent)).isInstanceOf(RefundAnswer.Failed.class);
    }

    @Test
    void whatIsDecidedForUsIsOursAgainAndMayBeRefunded() {
        var intent = opened();
        pays(intent);
        objects(intent);
        isDecided(intent, true);
        isDecided(intent, true);
        assertThat(reportedOf(intent))
                .containsExactly(ReportLine.Kind.PAYMENT, ReportLine.Kind.DISPUTE, ReportLine.Kind.DISPUTE_REVERSED);
        assertThat(gateway().refund(aRefund(intent, intent.amount().minor()), intent))
                .isInstanceOf(RefundAnswer.Succeeded.class);
    }

    @Test
    void anAnswerIsTakenUntilItIsDecided() {
        var intent = opened();
        pays(intent);
        objects(intent);
        var chargeback = aChargeback(intent);
        assertThat(gateway().answerDispute(chargeback, "He was here.")).isEqualTo(new AnswerReceipt.Taken());
        assertThat(gateway().answerDispute(chargeback, "He was here.")).isEqualTo(new AnswerReceipt.Taken());
        isDecided(intent, true);
        assertThat(gateway().answerDispute(chargeback, "Really.")).isEqualTo(new AnswerReceipt.TooLate());
    }

    @Test
    void nobodyObjectsToWhatWasNotPaid() {
        var intent = opened();
        objects(intent);
        assertThat(reportedOf(intent)).isEmpty();
    }

    /** Does at the gateway what a payer would who tells the bank that something was not in order. */
    abstract void objects(Intent intent);

    abstract void isDecided(Intent intent, boolean forUs);

    private List<ReportLine.Kind> reportedOf(Intent intent) {
        return linesOf(intent).stream().map(ReportLine::kind).toList();
    }

    private List<ReportLine> linesOf(Intent intent) {
        return reported(today()).stream()
                .filter(line -> intent.id().value().toString().equals(line.reference()))
                .toList();
    }

    private Chargeback aChargeback(Intent intent) {
        var line = linesOf(intent).getLast();
        return new Chargeback(
                new ChargebackId(id()),
                intent.id(),
                intent.gateway(),
                line.gatewayRef(),
                line.amount(),
                intent.shares(),
                Chargeback.Why.NOT_RECEIVED,
                ChargebackState.OPEN,
                line.at(),
                line.at(),
                null,
                null,
                null,
                null,
                null);
    }

    /** The gateway's. */
    abstract LocalDate today();

    /** All pages: each line comes once. */
    List<ReportLine> reported(LocalDate day) {
        var lines = new ArrayList<ReportLine>();
        String next = null;
        do {
            switch (gateway().report(day, next)) {
                case Report.Page(var more, var after) -> {
                    lines.addAll(more);
                    next = after;
                }
                case Report.Silent(var why) -> throw new AssertionError("no report: " + why);
            }
        } while (next != null);
        assertThat(lines).doesNotHaveDuplicates();
        return lines;
    }
}
