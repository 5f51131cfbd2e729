package org.townloop.loop.payment;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Money;

/** A page of a report as the sandbox gateway writes it. */
record SandboxReport(
        String merchant, List<Line> lines, @Nullable String next) {

    record Line(
            String kind,
            String id,
            @Nullable String reference,
            Long amountMinor,
            Long feeMinor,
            String currency,
            Instant at) {

        ReportLine line() {
            return new ReportLine(
                    id,
                    reference,
                    ReportLine.Kind.valueOf(kind),
                    Money.of(amountMinor, currency),
                    Money.of(feeMinor, currency),
                    at);
        }
    }

    /** @throws IllegalArgumentException or NullPointerException if it makes no sense */
    Report.Page page() {
        return new Report.Page(lines.stream().map(Line::line).toList(), next);
    }
}
