package org.townloop.surface.portal;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.townloop.base.identity.Actor;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.region.Regions;
import org.townloop.loop.checkout.Checkouts;
import org.townloop.loop.invoice.Invoice;
import org.townloop.loop.invoice.InvoiceRequest;
import org.townloop.loop.invoice.InvoiceState;
import org.townloop.loop.invoice.Invoicing;
import org.townloop.loop.invoice.NewInvoiceRequest;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderId;
import org.townloop.surface.page.Download;
import org.townloop.surface.page.Form;
import org.townloop.surface.page.InvoicePaper;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.Problems;
import org.townloop.surface.page.Times;
import org.townloop.surface.page.Typed;
import org.townloop.surface.page.View;

/** Asking for an invoice or a fapiao of an order, and what came of it. */
@Controller
class InvoicePage {

    private final Checkouts checkouts;
    private final Invoicing invoicing;
    private final Regions regions;

    InvoicePage(Checkouts checkouts, Invoicing invoicing, Regions regions) {
        this.checkouts = checkouts;
        this.invoicing = invoicing;
        this.regions = regions;
    }

    @GetMapping("/orders/{id}/invoice")
    View show(Page page, Actor actor, @PathVariable UUID id) {
        var order = checkouts.own(actor, new OrderId(id));
        return View.of(
                "portal/invoice",
                view(page, actor, order, Form.EMPTY, UUID.randomUUID().toString()));
    }

    @PostMapping("/orders/{id}/invoice")
    View ask(
            Page page,
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            @RequestParam(defaultValue = "") String key) {
        var order = checkouts.own(actor, new OrderId(id));
        var wanted = new NewInvoiceRequest(
                Typed.text(typed, "kind"),
                Typed.text(typed, "buyer"),
                Typed.text(typed, "title"),
                Typed.text(typed, "taxNumber"),
                Typed.text(typed, "email"));
        return switch (invoicing.ask(actor, order.id(), wanted, key)) {
            case Outcome.Done<InvoiceRequest> _ -> View.seeOther(OrderViews.href(order) + "/invoice#asked");
            case Outcome.Refused<InvoiceRequest>(var refusal) ->
                View.of(
                        "portal/invoice",
                        view(page, actor, order, new Form(typed, refusal), key),
                        Problems.status(refusal.reason()));
        };
    }

    @GetMapping("/orders/{id}/invoices/{document}.pdf")
    ResponseEntity<byte[]> paper(Page page, Actor actor, @PathVariable UUID id, @PathVariable UUID document) {
        var invoice = invoicing.document(actor, new OrderId(id), document);
        var corrected = invoice.corrects() == null
                ? null
                : invoicing
                        .document(actor, new OrderId(id), Objects.requireNonNull(invoice.corrects()))
                        .name();
        var times = page.times().in(regions.get(invoice.region()).zone());
        return Download.of(
                invoice.name() + ".pdf", "application/pdf", InvoicePaper.of(page, times, invoice, corrected));
    }

    /** The file of a fapiao. */
    @GetMapping("/orders/{id}/fapiao/{request}.pdf")
    ResponseEntity<byte[]> fapiao(Actor actor, @PathVariable UUID id, @PathVariable UUID request) {
        return Download.of(
                "fapiao-" + request + ".pdf", "application/pdf", invoicing.file(actor, new OrderId(id), request));
    }

    private InvoiceView view(Page page, Actor actor, Order order, Form form, String key) {
        var times = page.times().in(regions.get(order.id().region()).zone());
        var requests = invoicing.of(actor, order.id());
        return new InvoiceView(
                page,
                form.untouched() ? suggested(actor) : form,
                key,
                OrderViews.href(order),
                page.say(order.title()),
                invoicing.hasFapiao(order),
                invoicing.refusal(order).map(page::refusal).orElse(null),
                invoicing.until(order).map(times::date).orElse(""),
                requests.stream().map(each -> wanted(page, times, order, each)).toList(),
                invoicing.documents(actor, order.id()).stream()
                        .map(each -> document(page, times, order, each))
                        .toList());
    }

    /** Most want one for themselves. */
    private static Form suggested(Actor actor) {
        return new Form(
                Map.of(
                        "kind", List.of("invoice"),
                        "buyer", List.of("person"),
                        "title", List.of(actor.name())),
                null);
    }

    private static InvoiceView.Wanted wanted(Page page, Times times, Order order, InvoiceRequest request) {
        var number = request.buyer().taxNumber();
        var fapiao = request.fapiao();
        return new InvoiceView.Wanted(
                page.text("portal.invoice.kind." + request.kind().name().toLowerCase(Locale.ROOT)),
                number == null ? request.buyer().title() : request.buyer().title() + " · " + number,
                page.text("portal.invoice.state." + request.state().name().toLowerCase(Locale.ROOT)),
                tone(request.state()),
                times.moment(request.askedAt()),
                say(page, order, request),
                fapiao == null || !fapiao.file() ? null : OrderViews.href(order) + "/fapiao/" + request.id() + ".pdf");
    }

    private static String say(Page page, Order order, InvoiceRequest request) {
        var fapiao = request.fapiao();
        return switch (request.state()) {
            case ASKED ->
                page.text("portal.invoice.say.asked." + request.kind().name().toLowerCase(Locale.ROOT));
            case DECLINED -> Objects.requireNonNullElse(request.reason(), "");
            case ISSUED, REVERSED ->
                fapiao == null
                        ? ""
                        : page.text(
                                "portal.invoice.say.fapiao",
                                "number",
                                fapiao.number(),
                                "amount",
                                page.formats()
                                        .exact(new Money(
                                                fapiao.minor(), order.total().currency())));
        };
    }

    private static String tone(InvoiceState state) {
        return switch (state) {
            case ASKED -> "wait";
            case ISSUED -> "good";
            case DECLINED, REVERSED -> "bad";
        };
    }

    private static InvoiceView.Document document(Page page, Times times, Order order, Invoice invoice) {
        return new InvoiceView.Document(
                InvoicePaper.kind(page, invoice.kind()),
                invoice.name(),
                times.date(invoice.issuedAt()),
                page.formats().exact(invoice.total().gross()),
                OrderViews.href(order) + "/invoices/" + invoice.id() + ".pdf");
    }
}
