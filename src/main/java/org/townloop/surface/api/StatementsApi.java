package org.townloop.surface.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.Gate;
import org.townloop.base.identity.Right;
import org.townloop.base.identity.Scope;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.kernel.RegionId;
import org.townloop.base.region.Regions;
import org.townloop.loop.ledger.Ledger;
import org.townloop.loop.ledger.Statement;
import org.townloop.surface.page.RequestReason;

@RestController
@Tag(name = "Money")
class StatementsApi {

    private static final Duration USUAL = Duration.ofDays(31);

    record StatementJson(
            UUID merchantId,
            OffsetDateTime from,
            OffsetDateTime to,
            Amount opening,
            List<EntryJson> entries,
            Amount closing) {}

    /** @param roundingTenThousandths of a minor unit: what of the amount is there because the others' parts were rounded down */
    record EntryJson(
            OffsetDateTime at,
            String kind,
            UUID orderId,
            String reason,
            Amount gross,
            Amount platformShare,
            Amount partnerShare,
            Amount referrerShare,
            Amount amount,
            Amount balance,
            int roundingTenThousandths) {}

    private final Gate gate;
    private final Regions regions;
    private final Ledger ledger;
    private final Moments moments;
    private final Clock clock;

    StatementsApi(Gate gate, Regions regions, Ledger ledger, Moments moments, Clock clock) {
        this.gate = gate;
        this.regions = regions;
        this.ledger = ledger;
        this.moments = moments;
        this.clock = clock;
    }

    @Operation(summary = "Every transfer, with opening and closing balance")
    @GetMapping("/api/merchants/{id}/statement")
    StatementJson statement(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to) {
        if (!RegionId.isIn(id)) {
            throw new Absent("merchant " + id);
        }
        var region = RegionId.of(id);
        gate.require(actor, Right.SEE_STATEMENT, Scope.merchant(region, id));
        var now = clock.instant();
        var start = moments.read(region, "from", from, now.minus(USUAL));
        var end = moments.read(region, "to", to, now.plusSeconds(1));
        if (end.isBefore(start)) {
            throw Refused.with(Refusal.of(RequestReason.FIELD_UNREADABLE, "to"));
        }
        return json(region, ledger.statement(id, region, regions.get(region).currency(), start, end));
    }

    private StatementJson json(RegionId region, Statement statement) {
        return new StatementJson(
                statement.merchant(),
                moments.in(region, statement.from()),
                moments.in(region, statement.to()),
                Amount.of(statement.opening()),
                statement.entries().stream().map(entry -> json(region, entry)).toList(),
                Amount.of(statement.closing()));
    }

    private EntryJson json(RegionId region, Statement.Entry entry) {
        return new EntryJson(
                moments.in(region, entry.at()),
                entry.kind().name(),
                entry.order(),
                entry.cause(),
                Amount.of(entry.gross()),
                Amount.of(entry.platformShare()),
                Amount.of(entry.partnerShare()),
                Amount.of(entry.referrerShare()),
                Amount.of(entry.amount()),
                Amount.of(entry.balance()),
                entry.rounding());
    }
}
