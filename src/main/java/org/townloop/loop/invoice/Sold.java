package org.townloop.loop.invoice;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Words;
import org.townloop.loop.ordering.Order;

/**
 * What was sold with an order, and what was paid of it.
 *
 * @param fee for bringing it
 * @param released what of the money here the merchant and the others have: it was really had
 * @param atPlace what the place noted as paid there, less what it gave back
 */
public record Sold(Order order, Money fee, Money captured, Money refunded, Money released, Money atPlace) {

    private record Part(Invoice.LineKind kind, @Nullable Words what, int quantity, Money amount) {}

    /** What was paid for it, here and at the place, and did not go back. */
    public Money paid() {
        return captured.minus(refunded).plus(atPlace);
    }

    /** What of that was had: what a fapiao may be written for. */
    public Money had() {
        return released.plus(atPlace);
    }

    /** The lines of an invoice: everything sold, and what is not paid or was given back as lines of their own. */
    List<Invoice.Line> lines(Tax tax) {
        var parts = new ArrayList<Part>();
        order.lines().forEach(line -> add(parts, Invoice.LineKind.SALE, line.title(), line.quantity(), line.total()));
        add(parts, Invoice.LineKind.DELIVERY, null, 1, fee);
        var sum = parts.stream().map(Part::amount).reduce(Money.zero(fee.currency()), Money::plus);
        var more = paid().minus(sum);
        if (more.isPositive()) {
            add(parts, Invoice.LineKind.MORE, null, 1, more);
        } else {
            var back = new Money(Math.max(more.minor(), -refunded.minor()), more.currency());
            add(parts, Invoice.LineKind.GIVEN_BACK, null, 1, back);
            add(parts, Invoice.LineKind.NOT_PAID, null, 1, more.minus(back));
        }
        var taxed = tax.of(parts.stream().map(Part::amount).toList());
        return IntStream.range(0, parts.size())
                .mapToObj(i -> line(parts.get(i), taxed.get(i)))
                .toList();
    }

    private static void add(List<Part> parts, Invoice.LineKind kind, @Nullable Words what, int quantity, Money amount) {
        if (!amount.isZero() || kind == Invoice.LineKind.SALE) {
            parts.add(new Part(kind, what, quantity, amount));
        }
    }

    private static Invoice.Line line(Part part, Tax.Taxed taxed) {
        return new Invoice.Line(part.kind(), part.what(), part.quantity(), part.amount(), taxed);
    }
}
