package org.townloop.surface.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.townloop.base.identity.Actor;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Outcome;
import org.townloop.loop.checkout.GuestOrders;
import org.townloop.loop.checkout.GuestPayments;
import org.townloop.loop.invoice.InvoiceRequest;
import org.townloop.loop.invoice.Invoicing;
import org.townloop.loop.invoice.Receipts;
import org.townloop.loop.ordering.Order;
import org.townloop.surface.page.Download;
import org.townloop.surface.page.Form;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.Problems;
import org.townloop.surface.page.View;

/** The receipts and invoices of an order that staff took for somebody: for the guest, behind the secret address. */
@Controller
class GuestPapersPage {

    /** Whose order it is, and in whose name its papers are read and asked for. */
    private record Papers(Order order, Actor guest, String href) {}

    private final GuestOrders guests;
    private final GuestPayments payments;
    private final BegunPayments begun;
    private final Receipts receipts;
    private final ReceiptViews receiptViews;
    private final Invoicing invoicing;
    private final InvoiceViews invoiceViews;

    GuestPapersPage(
            GuestOrders guests,
            GuestPayments payments,
            BegunPayments begun,
            Receipts receipts,
            ReceiptViews receiptViews,
            Invoicing invoicing,
            InvoiceViews invoiceViews) {
        this.guests = guests;
        this.payments = payments;
        this.begun = begun;
        this.receipts = receipts;
        this.receiptViews = receiptViews;
        this.invoicing = invoicing;
        this.invoiceViews = invoiceViews;
    }

    @GetMapping("/pay/{secret}/receipt")
    View receipt(Page page, HttpServletRequest request, @PathVariable String secret) {
        return View.of("portal/receipt", receipt(page, papers(page, request, secret)));
    }

    @GetMapping("/pay/{secret}/receipt.pdf")
    ResponseEntity<byte[]> receiptPaper(Page page, HttpServletRequest request, @PathVariable String secret) {
        return ReceiptPage.download(receipt(page, papers(page, request, secret)));
    }

    @GetMapping("/pay/{secret}/invoice")
    View invoice(Page page, HttpServletRequest request, @PathVariable String secret) {
        var papers = papers(page, request, secret);
        var key = UUID.randomUUID().toString();
        return View.of(
                "portal/invoice",
                invoiceViews.of(page, papers.guest(), papers.order(), papers.href(), Form.EMPTY, key));
    }

    @PostMapping("/pay/{secret}/invoice")
    View ask(
            Page page,
            HttpServletRequest request,
            @PathVariable String secret,
            @RequestParam MultiValueMap<String, String> typed,
            @RequestParam(defaultValue = "") String key) {
        var papers = papers(page, request, secret);
        var order = papers.order();
        return switch (invoicing.ask(papers.guest(), order.id(), InvoiceViews.read(typed), key)) {
            case Outcome.Done<InvoiceRequest> _ -> View.seeOther(papers.href() + "/invoice#asked");
            case Outcome.Refused<InvoiceRequest>(var refusal) ->
                View.of(
                        "portal/invoice",
                        invoiceViews.of(page, papers.guest(), order, papers.href(), new Form(typed, refusal), key),
                        Problems.status(refusal.reason()));
        };
    }

    @GetMapping("/pay/{secret}/invoices/{document}.pdf")
    ResponseEntity<byte[]> invoicePaper(
            Page page, HttpServletRequest request, @PathVariable String secret, @PathVariable UUID document) {
        var papers = papers(page, request, secret);
        return invoiceViews.paper(page, papers.guest(), papers.order().id(), document);
    }

    /** The file of a fapiao. */
    @GetMapping("/pay/{secret}/fapiao/{wanted}.pdf")
    ResponseEntity<byte[]> fapiao(
            Page page, HttpServletRequest request, @PathVariable String secret, @PathVariable UUID wanted) {
        var papers = papers(page, request, secret);
        return Download.of(
                "fapiao-" + wanted + ".pdf",
                "application/pdf",
                invoicing.file(papers.guest(), papers.order().id(), wanted));
    }

    private ReceiptView receipt(Page page, Papers papers) {
        return receiptViews.of(page, receipts.of(papers.guest(), papers.order().id()), papers.href());
    }

    /** Whoever may not see them is told no more than that there is nothing. */
    private Papers papers(Page page, HttpServletRequest request, String secret) {
        var linked = guests.behind(secret).orElseThrow(() -> new Absent("a pay link"));
        var order = linked.order();
        return payments.forPapers(linked, page.actor(), begun.of(request, order.id()))
                .map(guest -> new Papers(order, guest, "/pay/" + secret))
                .orElseThrow(() -> new Absent("a guest's papers"));
    }
}
