package org.townloop.loop.reconciliation;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Ids;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.RegionId;
import org.townloop.base.region.Regions;
import org.townloop.loop.payment.Movements;
import org.townloop.loop.payment.ReportLine;

/** Holds what a gateway reported of a day against what we know, a page at a time. */
@Component
class Comparison {

    private static final int PAGE = 1_000;

    private final ReportRows reports;
    private final DifferenceRows differences;
    private final Movements movements;
    private final Regions regions;
    private final Clock clock;

    Comparison(ReportRows reports, DifferenceRows differences, Movements movements, Regions regions, Clock clock) {
        this.reports = reports;
        this.differences = differences;
        this.movements = movements;
        this.regions = regions;
        this.clock = clock;
    }

    void of(String gateway, LocalDate day) {
        theirs(gateway, day);
        ours(gateway, day);
    }

    private void theirs(String gateway, LocalDate day) {
        List<ReportLine> lines;
        for (int offset = 0; !(lines = reports.ofDay(gateway, day, offset, PAGE)).isEmpty(); offset += PAGE) {
            differences.insert(differing(gateway, day, lines));
        }
    }

    private List<Difference> differing(String gateway, LocalDate day, List<ReportLine> lines) {
        var known = movements.get(
                gateway,
                lines.stream().map(Comparison::id).flatMap(Optional::stream).toList());
        var taken = movements.taken(
                gateway, lines.stream().map(ReportLine::gatewayRef).toList());
        var found = new ArrayList<Difference>();
        for (var line : lines) {
            var ours = ours(line, known, taken);
            if (ours == null) {
                found.add(difference(gateway, day, line, Difference.Kind.MISSING_HERE, null));
            } else if (!ours.equals(line.amount())) {
                found.add(difference(gateway, day, line, Difference.Kind.OTHER_AMOUNT, ours));
            }
        }
        found.addAll(repeated(gateway, day, lines, known));
        return found;
    }

    /** A payer who was charged twice, or paid back twice, by lines that are each as they should be. */
    private List<Difference> repeated(
            String gateway, LocalDate day, List<ReportLine> lines, Map<UUID, Movements.Movement> known) {
        var references = lines.stream()
                .map(ReportLine::reference)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return reports.repeated(gateway, references).stream()
                .map(line -> difference(gateway, day, line, Difference.Kind.TWICE, ours(line, known, Map.of())))
                .toList();
    }

    /** What we know of the same; null if we know nothing. */
    private static @Nullable Money ours(
            ReportLine line, Map<UUID, Movements.Movement> known, Map<String, Movements.Taken> taken) {
        var dispute = taken.get(line.gatewayRef());
        return switch (line.kind()) {
            case PAYMENT, REFUND -> {
                var movement = id(line).map(known::get).orElse(null);
                yield movement == null || movement.kind() != line.kind() ? null : movement.amount();
            }
            case DISPUTE -> dispute == null ? null : dispute.amount();
            case DISPUTE_REVERSED -> dispute == null || !dispute.won() ? null : dispute.amount();
            case FEE -> line.amount();
        };
    }

    /** We hear of it when the gateway has booked it, or later: its line is there by now, be it of the day before. */
    private void ours(String gateway, LocalDate day) {
        var from = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        var to = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        var after = new UUID(0, 0);
        List<Movements.Movement> page;
        while (!(page = movements.between(gateway, from, to, after, PAGE)).isEmpty()) {
            var reported = reports.reported(
                    gateway, page.stream().map(each -> each.id().toString()).toList());
            differences.insert(page.stream()
                    .filter(each -> !reported.contains(each.id().toString()))
                    .map(each -> difference(
                            gateway,
                            day,
                            Difference.Kind.MISSING_THERE,
                            each.kind(),
                            each.id().toString(),
                            each.amount(),
                            null))
                    .toList());
            after = page.getLast().id();
        }
    }

    private Difference difference(
            String gateway, LocalDate day, ReportLine line, Difference.Kind kind, @Nullable Money ours) {
        var reference = line.reference() == null ? line.gatewayRef() : line.reference();
        return difference(gateway, day, kind, line.kind(), reference, ours, line.amount());
    }

    private Difference difference(
            String gateway,
            LocalDate day,
            Difference.Kind kind,
            ReportLine.Kind movement,
            String reference,
            @Nullable Money ours,
            @Nullable Money theirs) {
        var now = clock.instant();
        return new Difference(
                Ids.next(home(reference), now),
                gateway,
                day,
                kind,
                movement,
                reference,
                ours,
                theirs,
                now,
                DifferenceState.OPEN,
                null,
                null,
                null);
    }

    /** The region whose office looks into it: the uppermost one if it leads to none. */
    RegionId home(@Nullable String reference) {
        return id(reference)
                .map(RegionId::of)
                .filter(region -> regions.find(region).isPresent())
                .orElseGet(() -> regions.all().getFirst().id());
    }

    private static Optional<UUID> id(ReportLine line) {
        return id(line.reference());
    }

    /** An id of ours that the gateway was given. */
    static Optional<UUID> id(@Nullable String reference) {
        return reference != null && reference.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                ? Optional.of(UUID.fromString(reference)).filter(RegionId::isIn)
                : Optional.empty();
    }
}
