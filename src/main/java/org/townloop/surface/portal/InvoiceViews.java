package org.townloop.surface.portal;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.townloop.base.identity.Actor;
import org.townloop.base.kernel.Money;
import org.townloop.base.region.Regions;
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
import org.townloop.surface.page.Times;
import org.townloop.surface.page.Typed;

/** Invoices of an order, and asking for one: by its resident, or by the guest for whom it was taken. */
@Component
class InvoiceViews {

    private final Invoicing invoicing;
    private final Regions regions;

    InvoiceViews(Invoicing invoicing, Regions regions) {
        this.invoicing = invoicing;
        this.regions = regions;
    }

    /** What was typed. */
    static NewInvoiceRequest read(MultiValueMap<String, String> typed) {
        return new NewInvoiceRequest(
                Typed.text(typed, "kind"),
                Typed.text(typed, "buyer"),
                Typed.text(typed, "title"),
                Typed.text(typed, "taxNumber"),
                Typed.text(typed, "email"));
    }

    /** To print and to keep; of an order of the actor's only. */
    ResponseEntity<byte[]> paper(Page page, Actor actor, OrderId id, UUID document) {
        var invoice = invoicing.document(actor, id, document);
        var corrected = invoice.corrects() == null
                ? null
                : invoicing
                        .document(actor, id, Objects.requireNonNull(invoice.corrects()))
                        .name();
        var times = page.times().in(regions.get(invoice.region()).zone());
        return Download.of(
                invoice.name() + ".pdf", "application/pdf", InvoicePaper.of(page, times, invoice, corrected));
    }

    /**
     * @param actor in whose name it is read and asked for
     * @param href of the page of the order
     */
    InvoiceView of(Page page, Actor actor, Order order, String href, Form form, String key) {
        var times = page.times().in(regions.get(order.id().region()).zone());
        var requests = invoicing.of(actor, order.id());
        return new InvoiceView(
                page,
                form.untouched() ? suggested(actor) : form,
                key,
                href,
                page.say(order.title()),
                invoicing.hasFapiao(order),
                invoicing.refusal(order).map(page::refusal).orElse(null),
                invoicing.until(order).map(times::date).orElse(""),
                requests.stream()
                        .map(each -> wanted(page, times, order, href, each))
                        .toList(),
                invoicing.documents(actor, order.id()).stream()
                        .map(each -> document(page, times, href, each))
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

    private static InvoiceView.Wanted wanted(Page page, Times times, Order order, String href, InvoiceRequest request) {
        var number = request.buyer().taxNumber();
        var fapiao = request.fapiao();
        return new InvoiceView.Wanted(
                page.text("portal.invoice.kind." + request.kind().name().toLowerCase(Locale.ROOT)),
                number == null ? request.buyer().title() : request.buyer().title() + " · " + number,
                page.text("portal.invoice.state." + request.state().name().toLowerCase(Locale.ROOT)),
                tone(request.state()),
                times.moment(request.askedAt()),
                say(page, order, request),
                fapiao == null || !fapiao.file() ? null : href + "/fapiao/" + request.id() + ".pdf");
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

    private static InvoiceView.Document document(Page page, Times times, String href, Invoice invoice) {
        return new InvoiceView.Document(
                InvoicePaper.kind(page, invoice.kind()),
                invoice.name(),
                times.date(invoice.issuedAt()),
                page.formats().exact(invoice.total().gross()),
                href + "/invoices/" + invoice.id() + ".pdf");
    }
}
