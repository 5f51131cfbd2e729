package org.townloop.surface.page;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Paper;
import org.townloop.base.kernel.Paper.Column;
import org.townloop.loop.invoice.Buyer;
import org.townloop.loop.invoice.Invoice;
import org.townloop.loop.invoice.Tax;

/** An invoice or a credit note as a paper, in the language of whoever reads it. */
public final class InvoicePaper {

    private final Page page;
    private final Times times;
    private final Invoice invoice;

    private InvoicePaper(Page page, Times times, Invoice invoice) {
        this.page = page;
        this.times = times;
        this.invoice = invoice;
    }

    /**
     * As a PDF.
     *
     * @param times on the clocks of the place
     * @param corrected the name of the invoice that a credit note corrects; else null
     */
    public static byte[] of(Page page, Times times, Invoice invoice, @Nullable String corrected) {
        return new InvoicePaper(page, times, invoice).paper(corrected).bytes();
    }

    /** What a document of that kind is called. */
    public static String kind(Page page, Invoice.Kind kind) {
        return page.text("page.invoice.kind." + kind.name().toLowerCase(Locale.ROOT));
    }

    private Paper paper(@Nullable String corrected) {
        var paper = Paper.of(kind(page, invoice.kind()) + " " + invoice.name(), page.locale())
                .pair(page.text("page.invoice.issued"), times.date(invoice.issuedAt()))
                .pair(page.text("page.invoice.order"), invoice.order().value().toString());
        if (corrected != null) {
            paper.pair(page.text("page.invoice.corrects"), corrected)
                    .pair(page.text("page.invoice.because"), invoice.because());
        }
        parties(paper);
        paper.gap().table(columns(), rows(), List.of(sum()));
        paper.gap()
                .pair(
                        page.text("page.invoice.tax-of", "rate", rate(invoice)),
                        exact(invoice.total().tax()));
        if (invoice.kind() == Invoice.Kind.INVOICE) {
            paper.pair(page.text("page.invoice.paid"), exact(invoice.paid()));
            var due = invoice.total().gross().minus(invoice.paid());
            paper.pair(page.text("page.invoice.due"), due.isZero() ? "" : exact(due));
        }
        return paper.gap()
                .small(page.text(invoice.tax().included() ? "page.invoice.rounding" : "page.invoice.rounding-on-top"));
    }

    private void parties(Paper paper) {
        var seller = invoice.seller();
        paper.heading(page.text("page.invoice.seller"))
                .text(seller.title())
                .text(seller.address())
                .pair(page.text("page.invoice.registration"), seller.registration())
                .pair(page.text("page.invoice.tax-number"), seller.taxNumber());
        var buyer = invoice.buyer();
        var number = buyer.taxNumber();
        paper.heading(page.text("page.invoice.buyer"))
                .text(buyer.title())
                .pair(page.text("page.invoice.tax-number"), number == null ? "" : number);
        if (buyer.kind() == Buyer.Kind.PERSON) {
            paper.small(page.text("page.invoice.buyer.person"));
        }
    }

    private List<Column> columns() {
        return List.of(
                Column.words(page.text("page.invoice.what"), 5),
                Column.amounts(page.text("page.invoice.quantity"), 1),
                Column.amounts(page.text("page.invoice.net"), 2),
                Column.amounts(page.text("page.invoice.tax"), 2),
                Column.amounts(page.text("page.invoice.gross"), 2));
    }

    private List<List<String>> rows() {
        return invoice.lines().stream()
                .map(line -> List.of(
                        what(line),
                        Integer.toString(line.quantity()),
                        exact(line.taxed().net()),
                        exact(line.taxed().tax()),
                        exact(line.taxed().gross())))
                .toList();
    }

    private List<String> sum() {
        var total = invoice.total();
        return List.of(page.text("page.invoice.sum"), "", exact(total.net()), exact(total.tax()), exact(total.gross()));
    }

    private String what(Invoice.Line line) {
        return line.what() != null
                ? page.say(line.what())
                : page.text("page.invoice.line."
                        + line.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** In percent, without decimals that are nothing. */
    public static String rate(Invoice invoice) {
        return rate(invoice.tax().basisPoints());
    }

    /** The same of hundredths of a percent. */
    public static String rate(int basisPoints) {
        var percent = BigDecimal.valueOf(basisPoints, 2).stripTrailingZeros();
        return percent.setScale(Math.max(0, percent.scale())).toPlainString();
    }

    /** Hundredths of a percent, of percent as they are typed, with at most two decimals; empty if it is no such rate. */
    public static Optional<Integer> basisPoints(String typed) {
        return Typed.decimal(typed.replaceAll("[%％]", ""))
                .map(percent -> percent.movePointRight(2).stripTrailingZeros())
                .filter(points -> points.scale() <= 0
                        && points.signum() >= 0
                        && points.compareTo(BigDecimal.valueOf(Tax.MOST_BASIS_POINTS)) <= 0)
                .map(BigDecimal::intValueExact);
    }

    /** A rate in words, with whether prices include it. */
    public static String tax(Page page, Tax tax) {
        return page.text(
                tax.included() ? "page.invoice.rate-included" : "page.invoice.rate-on-top",
                "rate",
                rate(tax.basisPoints()));
    }

    private String exact(Money money) {
        return page.formats().exact(money);
    }
}
