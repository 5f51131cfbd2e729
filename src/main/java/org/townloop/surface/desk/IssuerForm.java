package org.townloop.surface.desk;

import java.util.List;
import java.util.Map;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.loop.invoice.InvoiceReason;
import org.townloop.loop.invoice.Issuer;
import org.townloop.loop.invoice.Seller;
import org.townloop.loop.invoice.Tax;
import org.townloop.supply.merchant.MerchantId;
import org.townloop.surface.page.InvoicePaper;
import org.townloop.surface.page.Typed;

/** What stands on a merchant's invoices, as fields of a form. */
final class IssuerForm {

    private IssuerForm() {}

    static Map<String, List<String>> of(Issuer issuer) {
        var seller = issuer.seller();
        var tax = issuer.tax();
        return Map.of(
                "title", List.of(seller.title()),
                "address", List.of(seller.address()),
                "registration", List.of(seller.registration()),
                "taxNumber", List.of(seller.taxNumber()),
                "rate", List.of(tax == null ? "" : InvoicePaper.rate(tax.basisPoints())),
                "included", List.of(tax == null || tax.included() ? "yes" : "no"),
                "version", List.of(Integer.toString(issuer.version())));
    }

    /** Without a rate it is that of its region. */
    static Outcome<Issuer> read(MerchantId merchant, Map<String, List<String>> typed) {
        var text = Typed.text(typed, "rate");
        var included = !Typed.text(typed, "included").equals("no");
        var rate = InvoicePaper.basisPoints(text);
        return rate.isEmpty() && !text.isEmpty()
                ? Outcome.refused(
                        Refusal.of(InvoiceReason.TAX_RATE_INVALID, "rate", Map.of("max", Tax.MOST_BASIS_POINTS / 100)))
                : Outcome.done(new Issuer(
                        merchant,
                        Math.max(0, Saved.number(typed, "version", 0)),
                        new Seller(
                                Typed.text(typed, "title"),
                                Typed.text(typed, "address"),
                                Typed.text(typed, "registration"),
                                Typed.text(typed, "taxNumber")),
                        rate.map(points -> new Tax(points, included)).orElse(null)));
    }
}
