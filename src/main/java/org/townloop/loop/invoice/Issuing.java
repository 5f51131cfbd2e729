package org.townloop.loop.invoice;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.townloop.base.kernel.Ids;
import org.townloop.base.kernel.Money;
import org.townloop.base.region.Regions;
import org.townloop.loop.ordering.Order;

/** Issues invoices and credit notes: number, paper and request in one transaction, so that no number is without its paper. */
@Component
class Issuing {

    private final Numbers numbers;
    private final Documents documents;
    private final Asked asked;
    private final Regions regions;
    private final Taxes taxes;
    private final InvoiceNotices notices;
    private final Clock clock;

    Issuing(
            Numbers numbers,
            Documents documents,
            Asked asked,
            Regions regions,
            Taxes taxes,
            InvoiceNotices notices,
            Clock clock) {
        this.numbers = numbers;
        this.documents = documents;
        this.asked = asked;
        this.regions = regions;
        this.taxes = taxes;
        this.notices = notices;
        this.clock = clock;
    }

    /** How the merchant's sales are taxed: as it says itself, or its region does. */
    Optional<Tax> tax(Issuer issuer) {
        return Optional.ofNullable(issuer.tax())
                .or(() -> taxes.of(issuer.merchant().region()));
    }

    /** The caller has locked the order and the request, and something was paid. */
    @Transactional(propagation = Propagation.MANDATORY)
    Invoice issue(InvoiceRequest request, Sold sold, Issuer issuer) {
        var order = sold.order();
        var tax = tax(issuer).orElseThrow(() -> new IllegalStateException("no rate for " + issuer.merchant()));
        var year = year(order);
        var given = numbers.next(request.merchant(), Invoice.Kind.INVOICE, year);
        var invoice = new Invoice(
                Ids.next(request.region(), given.at()),
                request.merchant(),
                request.place(),
                request.order(),
                request.id(),
                Invoice.Kind.INVOICE,
                year,
                given.number(),
                null,
                given.at(),
                tax,
                sold.paid(),
                tax.of(sold.paid()),
                issuer.seller(),
                request.buyer(),
                "",
                sold.lines(tax));
        documents.insert(invoice);
        asked.close(request, InvoiceState.ISSUED, null, given.at());
        notices.ready(request, order, "");
        return invoice;
    }

    /**
     * Takes an invoice back, or a part of it. The caller has locked its request.
     *
     * @param before what of it was taken back already
     * @param part of what was paid; above zero and no more than is left
     */
    @Transactional(propagation = Propagation.MANDATORY)
    Invoice credit(InvoiceRequest request, Invoice invoice, Order order, Money before, Money part, String because) {
        var tax = invoice.tax();
        var year = year(order);
        var given = numbers.next(request.merchant(), Invoice.Kind.CREDIT_NOTE, year);
        var taxed = Tax.difference(tax.of(before.plus(part)), tax.of(before));
        var note = new Invoice(
                Ids.next(request.region(), given.at()),
                request.merchant(),
                request.place(),
                request.order(),
                request.id(),
                Invoice.Kind.CREDIT_NOTE,
                year,
                given.number(),
                invoice.id(),
                given.at(),
                tax,
                part,
                taxed,
                invoice.seller(),
                invoice.buyer(),
                because,
                List.of(new Invoice.Line(Invoice.LineKind.CORRECTION, null, 1, part, taxed)));
        documents.insert(note);
        if (before.plus(part).equals(invoice.paid())) {
            asked.close(request, InvoiceState.REVERSED, null, given.at());
        }
        notices.ready(request, order, note.name());
        return note;
    }

    /** On the calendar of the place. */
    private int year(Order order) {
        var zone = regions.get(order.place().region()).zone();
        return clock.instant().atZone(zone).getYear();
    }
}
