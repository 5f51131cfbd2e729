package org.townloop.loop.reconciliation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Ids;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.RegionId;
import org.townloop.loop.ledger.ChargebackBook;
import org.townloop.loop.payment.Movements;
import org.townloop.loop.payment.ReportLine;

/** Books what gateways have kept for their work, and gave back of it, in the transaction in which it was read. */
@Component
class Fees {

    private final ChargebackBook book;
    private final Comparison comparison;
    private final ReportRows reports;
    private final Movements movements;

    Fees(ChargebackBook book, Comparison comparison, ReportRows reports, Movements movements) {
        this.book = book;
        this.comparison = comparison;
        this.reports = reports;
        this.movements = movements;
    }

    /**
     * What is given back, or taken again, of a fee that was never read is not booked: the fee is not in the books either.
     *
     * @param lines that were not read before
     */
    void book(String gateway, List<ReportLine> lines) {
        var charged = charged(gateway, lines);
        book.fees(booked(
                gateway, lines, "fee", line -> fee(line).isPositive() && (!isAgain(line) || charged.test(line))));
        book.feesBack(booked(gateway, lines, "fee back", line -> fee(line).minor() < 0 && charged.test(line)));
    }

    private List<ChargebackBook.Fee> booked(
            String gateway, Collection<ReportLine> lines, String what, Predicate<ReportLine> chosen) {
        return lines.stream()
                .filter(chosen)
                .map(line -> new ChargebackBook.Fee(
                        about(line),
                        absolute(fee(line)),
                        "%s %s %s %s %s".formatted(what, gateway, line.kind(), line.gatewayRef(), line.at())))
                .toList();
    }

    /** Whether the fee of a line's payment was read. */
    private Predicate<ReportLine> charged(String gateway, List<ReportLine> lines) {
        var moved = lines.stream()
                .filter(line -> line.fee().minor() < 0 || isAgain(line))
                .toList();
        var ofRefunds = movements.payments(moved.stream()
                .filter(line -> line.kind() == ReportLine.Kind.REFUND)
                .flatMap(line -> Comparison.id(line.reference()).stream())
                .toList());
        var known = reports.charged(
                gateway,
                moved.stream().flatMap(line -> payment(line, ofRefunds)).collect(Collectors.toSet()));
        return line -> payment(line, ofRefunds).anyMatch(known::contains);
    }

    private static Stream<UUID> payment(ReportLine line, Map<UUID, UUID> ofRefunds) {
        var reference = Comparison.id(line.reference());
        return line.kind() == ReportLine.Kind.REFUND
                ? reference.flatMap(id -> Optional.ofNullable(ofRefunds.get(id))).stream()
                : reference.stream();
    }

    /** A dispute that was decided for us: what was given back of the fee is taken again. */
    private static boolean isAgain(ReportLine line) {
        return line.kind() == ReportLine.Kind.DISPUTE_REVERSED && line.fee().isPositive();
    }

    private static Money fee(ReportLine line) {
        return line.kind() == ReportLine.Kind.FEE ? line.amount() : line.fee();
    }

    private static Money absolute(Money money) {
        return money.minor() < 0 ? money.times(-1) : money;
    }

    /** What leads to no payment of ours is about itself, in the uppermost region. */
    private UUID about(ReportLine line) {
        return Comparison.id(line.reference())
                .filter(id -> comparison.home(line.reference()).equals(RegionId.of(id)))
                .orElseGet(() -> Ids.of(
                        comparison.home(null), line.at(), line.gatewayRef().hashCode()));
    }
}
