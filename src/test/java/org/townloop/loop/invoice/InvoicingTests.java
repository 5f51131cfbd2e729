package org.townloop.loop.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.townloop.Race;
import org.townloop.TestPeople;
import org.townloop.base.identity.Actor;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Reason;
import org.townloop.base.notice.Notice;
import org.townloop.base.notice.Notices;
import org.townloop.loop.ordering.OrderId;
import org.townloop.surface.SalonDay;

/** An invoice is asked for, issued by the merchant, and corrected; a fapiao is noted, and red-lettered. */
class InvoicingTests extends InvoicingDay {

    @Autowired
    private FapiaoDesk fapiao;

    @Autowired
    private Receipts receipts;

    @Autowired
    private Notices notices;

    @Test
    void whatAMerchantHasNotSaidIsAskedForAndThenTheInvoiceIsThere() throws IOException {
        var order = new OrderId(day.paid(SalonDay.AT_THREE));
        var asked = done(invoicing.ask(guest, order, FOR_A_FIRM, key()));
        assertThat(asked.state()).isEqualTo(InvoiceState.ASKED);
        assertThat(told(owner)).contains(Notice.Kind.INVOICE_ASKED);

        assertThat(done(desk.write(owner, day.salon().place(), issuer(0)))).isEqualTo(1);
        var invoice = invoicing.documents(guest, order).getFirst();
        assertThat(invoice.name()).isEqualTo("INV-2026-000001");
        assertThat(invoice.total().net().plus(invoice.total().tax()))
                .isEqualTo(invoice.total().gross());
        assertThat(invoice.total().tax())
                .isEqualTo(new Tax(600, true).of(invoice.paid()).tax());
        assertThat(invoice.buyer().taxNumber()).isEqualTo(CODE);
        assertThat(told(guest)).contains(Notice.Kind.INVOICE_READY);
        assertThat(invoicing.of(guest, order).getFirst().state()).isEqualTo(InvoiceState.ISSUED);
    }

    @Test
    void theSameAgainIsOneAndASecondIsRefused() throws IOException {
        done(desk.write(owner, day.salon().place(), issuer(0)));
        var order = new OrderId(day.paid(SalonDay.AT_THREE));
        var key = key();
        var first = done(invoicing.ask(guest, order, FOR_A_FIRM, key));
        assertThat(done(invoicing.ask(guest, order, FOR_A_FIRM, key)).id()).isEqualTo(first.id());
        assertThat(refused(invoicing.ask(guest, order, FOR_A_FIRM, key())))
                .isEqualTo(InvoiceReason.INVOICE_ASKED_ALREADY);
        assertThat(invoicing.documents(guest, order)).hasSize(1);
    }

    @Test
    void manyHandsGetOneInvoice() throws IOException {
        done(desk.write(owner, day.salon().place(), issuer(0)));
        var order = new OrderId(day.paid(SalonDay.AT_THREE));
        var answers = Race.of(8, hand -> invoicing.ask(guest, order, FOR_A_FIRM, key()));
        assertThat(answers.stream().filter(Outcome.Done.class::isInstance)).hasSize(1);
        assertThat(invoicing.documents(guest, order)).hasSize(1);
    }

    @Test
    void aWrongOneIsTakenBackByACreditNoteAndAskedForAnew() throws IOException {
        done(desk.write(owner, day.salon().place(), issuer(0)));
        var order = new OrderId(day.paid(SalonDay.AT_THREE));
        done(invoicing.ask(guest, order, FOR_A_FIRM, key()));
        var wrong = invoicing.documents(guest, order).getFirst();
        var all = wrong.paid().minor();
        assertThat(refused(desk.credit(owner, wrong.id(), true, all, " ")))
                .isEqualTo(InvoiceReason.INVOICE_REASON_INVALID);
        assertThat(refused(desk.credit(owner, wrong.id(), true, all - 1, "Title")))
                .isEqualTo(InvoiceReason.INVOICE_CHANGED_MEANWHILE);
        var notes = Race.of(6, hand -> desk.credit(owner, wrong.id(), true, all, "Another title"));
        assertThat(notes.stream().filter(Outcome.Done.class::isInstance)).hasSize(1);
        assertThat(desk.left(wrong)).isEqualTo(Money.zero(wrong.paid().currency()));

        done(invoicing.ask(guest, order, new NewInvoiceRequest("INVOICE", "PERSON", "Lin", "", ""), key()));
        assertThat(invoicing.documents(guest, order).stream().map(Invoice::name))
                .containsExactlyInAnyOrder("INV-2026-000001", "CN-2026-000001", "INV-2026-000002");
    }

    @Test
    void whatWentBackSinceIsCredited() throws IOException {
        done(desk.write(owner, day.salon().place(), issuer(0)));
        var order = day.paid(SalonDay.AT_THREE.plus(Duration.ofDays(3)));
        var id = new OrderId(order);
        done(invoicing.ask(guest, id, FOR_A_FIRM, key()));
        var invoice = invoicing.documents(guest, id).getFirst();
        assertThat(desk.backSince(invoice, sold(id)).isZero()).isTrue();
        assertThat(refused(desk.credit(owner, invoice.id(), false, 0, "Nothing")))
                .isEqualTo(InvoiceReason.NOTHING_TO_CREDIT);

        day.client().cancel(day.guest(), order, key());
        var back = desk.backSince(invoice, sold(id));
        assertThat(back).isEqualTo(invoice.paid());
        var note = done(desk.credit(owner, invoice.id(), false, back.minor(), "Called off"));
        assertThat(note.total()).isEqualTo(invoice.total());
        assertThat(refused(invoicing.ask(guest, id, FOR_A_FIRM, key()))).isEqualTo(InvoiceReason.INVOICE_NOTHING_PAID);
    }

    @Test
    void aFapiaoIsNotedForWhatWasHad() throws IOException {
        var order = day.paid(SalonDay.AT_THREE);
        var id = new OrderId(order);
        var wanted = new NewInvoiceRequest("fapiao", "company", "柳溪贸易有限公司", CODE, "");
        assertThat(refused(invoicing.ask(
                        guest, id, new NewInvoiceRequest("fapiao", "company", "柳溪贸易有限公司", "", ""), key())))
                .isEqualTo(InvoiceReason.TAX_NUMBER_MISSING);
        var asked = done(invoicing.ask(guest, id, wanted, key()));
        assertThat(refused(fapiao.written(owner, asked.id(), "24312000000012345678", null, 0)))
                .isEqualTo(InvoiceReason.FAPIAO_NOTHING_HAD);
        day.visited(order);
        var had = sold(id).had();
        assertThat(had.isPositive()).isTrue();
        var html = "<script>".getBytes(StandardCharsets.UTF_8);
        assertThat(refused(fapiao.written(owner, asked.id(), "24312000000012345678", html, had.minor())))
                .isEqualTo(InvoiceReason.FAPIAO_FILE_INVALID);
        var written = done(fapiao.written(owner, asked.id(), "24312000000012345678", null, had.minor()));
        assertThat(written.state()).isEqualTo(InvoiceState.ISSUED);
        assertThat(FapiaoDesk.red(written, sold(id)).isZero()).isTrue();
        assertThat(refused(fapiao.redLettered(owner, asked.id(), "1", 0)))
                .isEqualTo(InvoiceReason.NOTHING_TO_RED_LETTER);
    }

    @Test
    void nobodyElseAsksReadsOrWrites() throws IOException {
        var order = new OrderId(day.paid(SalonDay.AT_THREE));
        var asked = done(invoicing.ask(guest, order, FOR_A_FIRM, key()));
        var stranger = actor(TestPeople.resident(day.salon().region()));
        assertThatThrownBy(() -> invoicing.of(stranger, order)).isInstanceOf(Absent.class);
        assertThatThrownBy(() -> receipts.of(stranger, order)).isInstanceOf(Absent.class);
        assertThatThrownBy(() -> invoicing.ask(stranger, order, FOR_A_FIRM, key()))
                .isInstanceOf(Absent.class);
        assertThatThrownBy(() -> desk.decline(stranger, asked.id(), "No")).isInstanceOf(Absent.class);
        assertThatThrownBy(() -> desk.write(stranger, day.salon().place(), issuer(0)))
                .isInstanceOf(Absent.class);
        assertThatThrownBy(() -> fapiao.written(owner, asked.id(), "1", null, 0))
                .isInstanceOf(Absent.class);
    }

    @Test
    void itCanBeAskedForSoLongAndNoLonger() throws IOException {
        var order = new OrderId(day.paid(SalonDay.AT_THREE));
        clock.move(Duration.ofDays(181));
        assertThat(refused(invoicing.ask(guest, order, FOR_A_FIRM, key())))
                .isEqualTo(InvoiceReason.INVOICE_ASKED_TOO_LATE);
    }

    @Test
    void aPaymentAndARefundHaveAReceiptEach() throws IOException {
        var order = day.paid(SalonDay.AT_THREE.plus(Duration.ofDays(3)));
        var paid = receipts.of(guest, new OrderId(order)).receipts();
        assertThat(paid).hasSize(1);
        assertThat(paid.getFirst().kind()).isEqualTo(Receipt.Kind.PAID);
        assertThat(paid.getFirst().reference()).startsWith("••••").hasSize(8);
        day.client().cancel(day.guest(), order, key());
        day.client().order(day.guest(), order, "REFUNDED");
        assertThat(receipts.of(guest, new OrderId(order)).receipts().stream().map(Receipt::kind))
                .containsExactly(Receipt.Kind.PAID, Receipt.Kind.REFUNDED);
    }

    private Sold sold(OrderId id) {
        return Objects.requireNonNull(desk.sold(List.of(id)).get(id));
    }

    private List<Notice.Kind> told(Actor who) {
        return notices.of(who.person(), 20).stream().map(Notice::kind).toList();
    }

    private static Reason refused(Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.Refused<?>(var refusal) -> refusal.reason();
            case Outcome.Done<?>(var value) -> throw new AssertionError(value);
        };
    }
}
