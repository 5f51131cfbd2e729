package org.townloop.loop.invoice;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Money;

/**
 * An invoice or a credit note for other programs to read: OASIS Universal Business Language 2.1, with the business terms of
 * EN 16931-1. Prices stand without tax, one line for each of ours; what the seller's country wants besides is not in it.
 */
public final class UblInvoice {

    private static final String DOCUMENT = "urn:oasis:names:specification:ubl:schema:xsd:";
    private static final String CAC = DOCUMENT + "CommonAggregateComponents-2";
    private static final String CBC = DOCUMENT + "CommonBasicComponents-2";

    private final Invoice invoice;
    private final @Nullable String corrected;
    private final ZoneId zone;
    private final XMLStreamWriter out;

    private UblInvoice(Invoice invoice, @Nullable String corrected, ZoneId zone, XMLStreamWriter out) {
        this.invoice = invoice;
        this.corrected = corrected;
        this.zone = zone;
        this.out = out;
    }

    /**
     * The same invoice gives the same text.
     *
     * @param corrected the name of the invoice that a credit note corrects; else null
     * @param zone of its place, by which it was issued on a day
     */
    public static String of(Invoice invoice, @Nullable String corrected, ZoneId zone) {
        try {
            var text = new StringWriter();
            var out = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            new UblInvoice(invoice, corrected, zone, out).write();
            out.close();
            return text.toString();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    private void write() throws XMLStreamException {
        var root = isNote() ? "CreditNote" : "Invoice";
        out.writeStartDocument("UTF-8", "1.0");
        out.writeStartElement(root);
        out.writeDefaultNamespace(DOCUMENT + root + "-2");
        out.writeNamespace("cac", CAC);
        out.writeNamespace("cbc", CBC);
        text("CustomizationID", "urn:cen.eu:en16931:2017");
        text("ID", invoice.name());
        text("IssueDate", invoice.issuedAt().atZone(zone).toLocalDate().toString());
        text(isNote() ? "CreditNoteTypeCode" : "InvoiceTypeCode", isNote() ? "381" : "380");
        if (!invoice.because().isEmpty()) {
            text("Note", invoice.because());
        }
        text("DocumentCurrencyCode", invoice.paid().currency().getCurrencyCode());
        within("OrderReference", () -> text("ID", invoice.order().value().toString()));
        if (corrected != null) {
            within("BillingReference", () -> within("InvoiceDocumentReference", () -> text("ID", corrected)));
        }
        within("AccountingSupplierParty", () -> within("Party", this::seller));
        within("AccountingCustomerParty", () -> within("Party", this::buyer));
        within("TaxTotal", this::taxTotal);
        within("LegalMonetaryTotal", this::total);
        for (int i = 0; i < invoice.lines().size(); i++) {
            var line = invoice.lines().get(i);
            var number = Integer.toString(i + 1);
            within(isNote() ? "CreditNoteLine" : "InvoiceLine", () -> line(number, line));
        }
        out.writeEndElement();
        out.writeEndDocument();
    }

    private void seller() throws XMLStreamException {
        var seller = invoice.seller();
        within("PostalAddress", () -> text("StreetName", seller.address()));
        taxScheme(seller.taxNumber());
        within("PartyLegalEntity", () -> {
            text("RegistrationName", seller.title());
            if (!seller.registration().isEmpty()) {
                text("CompanyID", seller.registration());
            }
        });
    }

    private void buyer() throws XMLStreamException {
        var number = invoice.buyer().taxNumber();
        if (number != null) {
            taxScheme(number);
        }
        within(
                "PartyLegalEntity",
                () -> text("RegistrationName", invoice.buyer().title()));
    }

    private void taxScheme(String number) throws XMLStreamException {
        within("PartyTaxScheme", () -> {
            text("CompanyID", number);
            within("TaxScheme", () -> text("ID", "VAT"));
        });
    }

    private void taxTotal() throws XMLStreamException {
        amount("TaxAmount", invoice.total().tax());
        within("TaxSubtotal", () -> {
            amount("TaxableAmount", invoice.total().net());
            amount("TaxAmount", invoice.total().tax());
            within("TaxCategory", this::category);
        });
    }

    /** Standard rated, or zero rated. */
    private void category() throws XMLStreamException {
        text("ID", invoice.tax().basisPoints() == 0 ? "Z" : "S");
        text("Percent", BigDecimal.valueOf(invoice.tax().basisPoints(), 2).toPlainString());
        within("TaxScheme", () -> text("ID", "VAT"));
    }

    private void total() throws XMLStreamException {
        var total = invoice.total();
        amount("LineExtensionAmount", total.net());
        amount("TaxExclusiveAmount", total.net());
        amount("TaxInclusiveAmount", total.gross());
        amount("PrepaidAmount", isNote() ? Money.zero(total.net().currency()) : invoice.paid());
        amount("PayableAmount", isNote() ? total.gross() : total.gross().minus(invoice.paid()));
    }

    private void line(String number, Invoice.Line line) throws XMLStreamException {
        text("ID", number);
        out.writeStartElement("cbc", isNote() ? "CreditedQuantity" : "InvoicedQuantity", CBC);
        out.writeAttribute("unitCode", "C62"); // a piece: UN/ECE recommendation 20
        out.writeCharacters(quantity(line));
        out.writeEndElement();
        amount("LineExtensionAmount", line.taxed().net());
        within("Item", () -> {
            text("Name", name(line));
            within("ClassifiedTaxCategory", this::category);
        });
        within("Price", () -> {
            out.writeStartElement("cbc", "PriceAmount", CBC);
            out.writeAttribute("currencyID", line.paid().currency().getCurrencyCode());
            out.writeCharacters(plain(
                    new Money(Math.abs(line.taxed().net().minor()), line.paid().currency())));
            out.writeEndElement();
            out.writeStartElement("cbc", "BaseQuantity", CBC);
            out.writeAttribute("unitCode", "C62");
            out.writeCharacters(Integer.toString(line.quantity()));
            out.writeEndElement();
        });
    }

    /** A price is never below zero (BR-27): what is taken off is so many less. */
    private static String quantity(Invoice.Line line) {
        return Integer.toString(line.taxed().net().minor() < 0 ? -line.quantity() : line.quantity());
    }

    private static String name(Invoice.Line line) {
        return line.what() != null
                ? line.what().in(Locale.ENGLISH)
                : switch (line.kind()) {
                    case SALE -> "Sale";
                    case DELIVERY -> "Delivery";
                    case MORE -> "Paid besides";
                    case GIVEN_BACK -> "Given back";
                    case NOT_PAID -> "Not paid yet";
                    case CORRECTION -> "Correction";
                };
    }

    private boolean isNote() {
        return invoice.kind() == Invoice.Kind.CREDIT_NOTE;
    }

    private void amount(String name, Money amount) throws XMLStreamException {
        out.writeStartElement("cbc", name, CBC);
        out.writeAttribute("currencyID", amount.currency().getCurrencyCode());
        out.writeCharacters(plain(amount));
        out.writeEndElement();
    }

    private static String plain(Money amount) {
        return BigDecimal.valueOf(amount.minor(), amount.exponent()).toPlainString();
    }

    private void text(String name, String text) throws XMLStreamException {
        out.writeStartElement("cbc", name, CBC);
        out.writeCharacters(text);
        out.writeEndElement();
    }

    private void within(String name, Part part) throws XMLStreamException {
        out.writeStartElement("cac", name, CAC);
        part.write();
        out.writeEndElement();
    }

    @FunctionalInterface
    private interface Part {
        void write() throws XMLStreamException;
    }
}
