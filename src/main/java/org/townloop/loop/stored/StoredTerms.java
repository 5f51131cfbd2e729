package org.townloop.loop.stored;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.AuditTrail;
import org.townloop.base.identity.Gate;
import org.townloop.base.identity.Right;
import org.townloop.base.identity.Scope;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.kernel.RegionId;
import org.townloop.base.region.Region;
import org.townloop.base.region.Regions;
import org.townloop.supply.offer.CardKeeping;

/**
 * How long cards are good, and who keeps their money, as a region says or the nearest above it that does. Where nobody keeps
 * it no card is sold. What was sold keeps the day on which it runs out.
 */
@Component
public class StoredTerms implements CardKeeping {

    public static final int MOST_MONTHS = 120;
    private static final int NAME_MAX = 120;

    private final Regions regions;
    private final JdbcClient jdbc;
    private final Gate gate;
    private final AuditTrail audit;
    private final Atomically atomically;
    private final int usualMonths;

    StoredTerms(
            Regions regions,
            JdbcClient jdbc,
            Gate gate,
            AuditTrail audit,
            Atomically atomically,
            @Value("${townloop.stored.months}") int usualMonths) {
        this.regions = regions;
        this.jdbc = jdbc;
        this.gate = gate;
        this.audit = audit;
        this.atomically = atomically;
        this.usualMonths = usualMonths;
    }

    /** What counts there; months are always said, a depositary only if somebody has named one. */
    public Said inForce(RegionId region) {
        var up = upwards(region);
        var rows = rows(up);
        var said = new Said(usualMonths, null, null, false);
        for (var each : up.reversed()) {
            said = said.locked()
                    ? said
                    : rows.getOrDefault(each, Said.INHERITED).over(said);
        }
        return said;
    }

    /** What the region itself says. */
    public Said of(RegionId region) {
        return rows(List.of(region)).getOrDefault(region, Said.INHERITED);
    }

    /** The region above that has locked what it says; null if this one may say otherwise. */
    public @Nullable Region lockedBy(RegionId region) {
        var up = upwards(region);
        var rows = rows(up);
        return up.reversed().stream()
                .filter(each -> !each.equals(region))
                .filter(each -> rows.getOrDefault(each, Said.INHERITED).locked())
                .findFirst()
                .map(regions::get)
                .orElse(null);
    }

    /** When a card that is sold then runs out; null if never. */
    public @Nullable Instant runsOut(RegionId region, ZonedDateTime soldAt) {
        var months = inForce(region).months();
        return months == null || months == 0 ? null : soldAt.plusMonths(months).toInstant();
    }

    @Override
    public Optional<Refusal> refusal(RegionId region) {
        return inForce(region).depositary() == null
                ? Optional.of(Refusal.of(StoredReason.NOBODY_KEEPS_STORED_VALUE))
                : Optional.empty();
    }

    /** From now on there and below, unless a region below says otherwise; what was sold stays as it was sold. */
    public Outcome<Said> say(Actor operator, RegionId region, Said said) {
        gate.require(operator, Right.SEE_OFFICE, Scope.region(region));
        var refusal = refusal(said);
        return refusal.<Outcome<Said>>map(Outcome::refused)
                .orElseGet(() -> atomically.run(() -> {
                    jdbc.sql("select pg_advisory_xact_lock(hashtext('stored.term'))")
                            .query((row, number) -> true)
                            .list();
                    return lockedBy(region) == null
                            ? written(operator, region, said)
                            : Outcome.refused(Refusal.of(StoredReason.STORED_TERMS_LOCKED));
                }));
    }

    private Outcome<Said> written(Actor operator, RegionId region, Said said) {
        jdbc.sql("""
            insert into stored.term (region_id, months, depositary, reference, locked) values (?, ?, ?, ?, ?)
            on conflict (region_id) do update
            set months = excluded.months, depositary = excluded.depositary, reference = excluded.reference,
                locked = excluded.locked
            """)
                .params(Arrays.<@Nullable Object>asList(
                        region.number(), said.months(), said.depositary(), said.reference(), said.locked()))
                .update();
        audit.note(
                operator.person(),
                "stored-terms",
                region.number() + " months " + said.months() + ", kept by " + said.depositary() + " ("
                        + said.reference() + ")" + (said.locked() ? " locked" : ""));
        return Outcome.done(said);
    }

    private static Optional<Refusal> refusal(Said said) {
        var months = said.months();
        if (months != null && (months < 0 || months > MOST_MONTHS)) {
            return Optional.of(Refusal.of(StoredReason.STORED_MONTHS_INVALID, "months", Map.of("max", MOST_MONTHS)));
        }
        var bank = said.depositary();
        var reference = said.reference();
        var half = (bank == null) != (reference == null);
        var tooLong =
                (bank != null && bank.length() > NAME_MAX) || (reference != null && reference.length() > NAME_MAX);
        return half || tooLong
                ? Optional.of(Refusal.of(
                        StoredReason.DEPOSITARY_INVALID,
                        bank == null || bank.length() > NAME_MAX ? "depositary" : "reference",
                        Map.of("max", NAME_MAX)))
                : Optional.empty();
    }

    private List<RegionId> upwards(RegionId region) {
        var up = new ArrayList<RegionId>();
        for (var next = region; next != null; next = regions.get(next).parent()) {
            up.add(next);
        }
        return up;
    }

    private Map<RegionId, Said> rows(List<RegionId> wanted) {
        var rows = new HashMap<RegionId, Said>();
        jdbc.sql("select region_id, months, depositary, reference, locked from stored.term where region_id = any (?)")
                .param(wanted.stream().map(RegionId::number).toArray(Integer[]::new))
                .query((row, number) -> rows.put(
                        new RegionId(row.getInt("region_id")),
                        new Said(
                                row.getObject("months", Integer.class),
                                row.getString("depositary"),
                                row.getString("reference"),
                                row.getBoolean("locked"))))
                .list();
        return rows;
    }
}
