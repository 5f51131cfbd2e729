package org.townloop.surface.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Money;
import org.townloop.loop.invoice.Invoice;
import org.townloop.surface.page.InvoicePaper;

/** The invoices of a month as a file (RFC 4180), for the books; credit notes stand below zero. */
@Component
class InvoiceFile {

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final int MOST = 50_000;

    private static final String[] COLUMNS = {
        "number", "kind", "issued", "order", "buyer", "tax-number", "currency", "rate", "net", "tax", "gross", "paid"
    };

    private final InvoicesViews views;

    InvoiceFile(InvoicesViews views) {
        this.views = views;
    }

    String of(Desk desk, YearMonth month) {
        var text = new StringBuilder().append(BYTE_ORDER_MARK);
        try (var csv = new CSVPrinter(text, CSVFormat.RFC4180)) {
            csv.printRecord(Arrays.stream(COLUMNS).map(column -> desk.page().text("desk.invoice.csv." + column)));
            for (var invoice : views.issued(desk, month, MOST)) {
                csv.printRecord(row(desk, invoice));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static Object[] row(Desk desk, Invoice invoice) {
        var buyer = invoice.buyer();
        return new Object[] {
            invoice.name(),
            Cells.text(InvoicePaper.kind(desk.page(), invoice.kind())),
            desk.times().day(invoice.issuedAt()),
            invoice.order().value(),
            Cells.text(buyer.title()),
            Cells.text(Objects.requireNonNullElse(buyer.taxNumber(), "")),
            invoice.paid().currency(),
            InvoicePaper.rate(invoice),
            signed(invoice, invoice.total().net()),
            signed(invoice, invoice.total().tax()),
            signed(invoice, invoice.total().gross()),
            signed(invoice, invoice.paid())
        };
    }

    private static String signed(Invoice invoice, Money amount) {
        return StatementFile.plain(invoice.kind() == Invoice.Kind.CREDIT_NOTE ? amount.times(-1) : amount);
    }
}
