package org.townloop.loop.reconciliation;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Ids;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.RegionId;
import org.townloop.loop.ledger.ChargebackBook;
import org.townloop.loop.payment.ReportLine;

/** Books what gateways have kept for their work, in the transaction in which it was read. */
@Component
class Fees {

    private final ChargebackBook book;
    private final Comparison comparison;

    Fees(ChargebackBook book, Comparison comparison) {
        this.book = book;
        this.comparison = comparison;
    }

    /** @param lines that were not read before */
    void book(String gateway, List<ReportLine> lines) {
        book.fees(lines.stream()
                .filter(line -> fee(line).isPositive())
                .map(line -> new ChargebackBook.Fee(
                        about(line),
                        fee(line),
                        "fee %s %s %s %s".formatted(gateway, line.kind(), line.gatewayRef(), line.at())))
                .toList());
    }

    private static Money fee(ReportLine line) {
        return line.kind() == ReportLine.Kind.FEE ? line.amount() : line.fee();
    }

    /** What leads to no payment of ours is about itself, in the uppermost region. */
    private UUID about(ReportLine line) {
        return Comparison.id(line.reference())
                .filter(id -> comparison.home(line.reference()).equals(RegionId.of(id)))
                .orElseGet(() -> Ids.of(
                        comparison.home(null), line.at(), line.gatewayRef().hashCode()));
    }
}
