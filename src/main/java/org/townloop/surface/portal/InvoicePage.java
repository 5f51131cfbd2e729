package org.townloop.surface.portal;

import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.townloop.base.identity.Actor;
import org.townloop.base.kernel.Outcome;
import org.townloop.loop.checkout.Checkouts;
import org.townloop.loop.invoice.InvoiceRequest;
import org.townloop.loop.invoice.Invoicing;
import org.townloop.loop.ordering.OrderId;
import org.townloop.surface.page.Download;
import org.townloop.surface.page.Form;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.Problems;
import org.townloop.surface.page.View;

/** Asking for an invoice or a fapiao of an order, and what came of it. */
@Controller
class InvoicePage {

    private final Checkouts checkouts;
    private final Invoicing invoicing;
    private final InvoiceViews views;

    InvoicePage(Checkouts checkouts, Invoicing invoicing, InvoiceViews views) {
        this.checkouts = checkouts;
        this.invoicing = invoicing;
        this.views = views;
    }

    @GetMapping("/orders/{id}/invoice")
    View show(Page page, Actor actor, @PathVariable UUID id) {
        var order = checkouts.own(actor, new OrderId(id));
        var key = UUID.randomUUID().toString();
        return View.of("portal/invoice", views.of(page, actor, order, OrderViews.href(order), Form.EMPTY, key));
    }

    @PostMapping("/orders/{id}/invoice")
    View ask(
            Page page,
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            @RequestParam(defaultValue = "") String key) {
        var order = checkouts.own(actor, new OrderId(id));
        var href = OrderViews.href(order);
        return switch (invoicing.ask(actor, order.id(), InvoiceViews.read(typed), key)) {
            case Outcome.Done<InvoiceRequest> _ -> View.seeOther(href + "/invoice#asked");
            case Outcome.Refused<InvoiceRequest>(var refusal) ->
                View.of(
                        "portal/invoice",
                        views.of(page, actor, order, href, new Form(typed, refusal), key),
                        Problems.status(refusal.reason()));
        };
    }

    @GetMapping("/orders/{id}/invoices/{document}.pdf")
    ResponseEntity<byte[]> paper(Page page, Actor actor, @PathVariable UUID id, @PathVariable UUID document) {
        return views.paper(page, actor, new OrderId(id), document);
    }

    /** The file of a fapiao. */
    @GetMapping("/orders/{id}/fapiao/{request}.pdf")
    ResponseEntity<byte[]> fapiao(Actor actor, @PathVariable UUID id, @PathVariable UUID request) {
        return Download.of(
                "fapiao-" + request + ".pdf", "application/pdf", invoicing.file(actor, new OrderId(id), request));
    }
}
