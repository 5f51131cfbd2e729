package org.townloop.surface.desk;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Money;
import org.townloop.loop.invoice.Invoice;
import org.townloop.loop.invoice.InvoiceDesk;
import org.townloop.loop.invoice.InvoiceRequest;
import org.townloop.loop.invoice.InvoiceState;
import org.townloop.loop.invoice.Issuer;
import org.townloop.loop.invoice.Sold;
import org.townloop.loop.invoice.Taxes;
import org.townloop.loop.ordering.OrderId;
import org.townloop.surface.page.Form;
import org.townloop.surface.page.InvoicePaper;
import org.townloop.surface.page.Typed;

/** Gathers what the desk shows of invoices. */
@Component
class InvoicesViews {

    /** As many as a page takes; the file has all of them. */
    private static final int MOST = 500;

    private final InvoiceDesk invoices;
    private final Taxes taxes;

    InvoicesViews(InvoiceDesk invoices, Taxes taxes) {
        this.invoices = invoices;
        this.taxes = taxes;
    }

    /** The month that was asked for, or this one. */
    static YearMonth month(Desk desk, @Nullable String typed) {
        return YearMonth.from(Typed.day(typed + "-01").orElse(desk.times().today()));
    }

    InvoicesView of(Desk desk, @Nullable String typed, Form form, @Nullable String refusal, boolean saved) {
        var merchant = desk.merchant();
        var issuer = invoices.issuer(merchant);
        var month = month(desk, typed);
        var now = YearMonth.from(desk.times().today());
        return new InvoicesView(
                desk,
                form.untouched() ? form(desk, issuer.orElse(null)) : form,
                taxes.of(merchant.region())
                        .map(tax -> InvoicePaper.tax(desk.page(), tax))
                        .orElse(null),
                issuer.isEmpty(),
                refusal,
                saved,
                waiting(desk),
                month.toString(),
                desk.times()
                        .month(month.atDay(1).atStartOfDay(desk.times().zone()).toInstant()),
                month.isAfter(YearMonth.of(2000, 1)) ? at(desk, month.minusMonths(1)) : null,
                month.isBefore(now) ? at(desk, month.plusMonths(1)) : null,
                documents(desk, month),
                desk.to("/desk/invoices.csv") + "&month=" + month,
                invoices.hasFapiao(merchant) ? desk.to(FapiaoPage.PATH) : null);
    }

    private static String at(Desk desk, YearMonth month) {
        return desk.to(InvoicesPage.PATH) + "&month=" + month;
    }

    private static Form form(Desk desk, @Nullable Issuer issuer) {
        return issuer != null
                ? new Form(IssuerForm.of(issuer), null)
                : new Form(
                        Map.of(
                                "address", List.of(desk.page().say(desk.place().address())),
                                "included", List.of("yes"),
                                "version", List.of("0")),
                        null);
    }

    private List<InvoicesView.Wanted> waiting(Desk desk) {
        var requests = invoices.requests(desk.merchant(), InvoiceRequest.Kind.INVOICE, MOST).stream()
                .filter(request -> request.state() == InvoiceState.ASKED)
                .toList();
        var sold = sold(requests.stream().map(InvoiceRequest::order).toList());
        return requests.stream()
                .map(request -> new InvoicesView.Wanted(
                        request.id().toString(),
                        what(desk, sold.get(request.order())),
                        buyer(request.buyer().title(), request.buyer().taxNumber()),
                        desk.times().moment(request.askedAt()),
                        request.email() == null ? "" : request.email()))
                .toList();
    }

    private List<InvoicesView.Document> documents(Desk desk, YearMonth month) {
        var issued = issued(desk, month, MOST);
        var sold = sold(issued.stream().map(Invoice::order).distinct().toList());
        var credited = invoices.credited(issued);
        return issued.stream()
                .map(each -> document(desk, each, sold.get(each.order()), credited))
                .toList();
    }

    List<Invoice> issued(Desk desk, YearMonth month, int limit) {
        var zone = desk.times().zone();
        return invoices.issued(
                desk.merchant(),
                month.atDay(1).atStartOfDay(zone).toInstant(),
                month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant(),
                limit);
    }

    private static InvoicesView.Document document(
            Desk desk, Invoice each, @Nullable Sold sold, Map<UUID, Long> credited) {
        var formats = desk.page().formats();
        var isNote = each.kind() == Invoice.Kind.CREDIT_NOTE;
        var left = isNote ? 0 : each.paid().minor() - credited.getOrDefault(each.id(), 0L);
        var back = isNote || sold == null ? 0 : Math.max(0, left - sold.paid().minor());
        var currency = each.paid().currency();
        return new InvoicesView.Document(
                each.id().toString(),
                InvoicePaper.kind(desk.page(), each.kind()),
                each.name(),
                desk.times().date(each.issuedAt()),
                buyer(each.buyer().title(), each.buyer().taxNumber()),
                formats.exact(each.total().net()),
                formats.exact(each.total().tax()),
                formats.exact(each.total().gross()),
                InvoicesPage.PATH + "/" + each.id() + ".pdf",
                InvoicesPage.PATH + "/" + each.id() + ".xml",
                left > 0 ? formats.exact(new Money(left, currency)) : null,
                left,
                back > 0 ? formats.exact(new Money(back, currency)) : null,
                back);
    }

    private Map<OrderId, Sold> sold(List<OrderId> orders) {
        return invoices.sold(orders.stream().collect(Collectors.toSet()));
    }

    static String what(Desk desk, @Nullable Sold sold) {
        return sold == null ? "" : desk.page().say(sold.order().title());
    }

    static String buyer(String title, @Nullable String number) {
        return number == null ? title : title + " · " + number;
    }
}
