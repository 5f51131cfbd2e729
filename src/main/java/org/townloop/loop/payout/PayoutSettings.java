package org.townloop.loop.payout;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
import org.townloop.base.region.Regions;

/** When and how much is paid out, as regions and payees say it. */
@Component
public class PayoutSettings {

    private static final long MOST_MINIMUM = 100_000_000L;

    /**
     * What counts in a region.
     *
     * @param lockedBy the region above that lets nothing else be said; null if none does
     */
    public record InForce(
            PayoutTerms terms,
            @Nullable Debtor debtor,
            @Nullable RegionId lockedBy,
            boolean payeesMayChoose) {}

    private final SettingRows rows;
    private final Regions regions;
    private final Gate gate;
    private final AuditTrail audit;
    private final Atomically atomically;

    PayoutSettings(SettingRows rows, Regions regions, Gate gate, AuditTrail audit, Atomically atomically) {
        this.rows = rows;
        this.regions = regions;
        this.gate = gate;
        this.audit = audit;
        this.atomically = atomically;
    }

    public InForce inForce(RegionId region) {
        var path = path(region);
        var said = rows.of(path);
        var terms = PayoutTerms.USUAL;
        Debtor debtor = null;
        RegionId lockedBy = null;
        var isLocked = false;
        for (var each : path) {
            var setting = said.getOrDefault(each, PayoutSetting.NOTHING);
            debtor = setting.debtor() == null ? debtor : setting.debtor();
            terms = isLocked ? terms : setting.over(terms);
            lockedBy = setting.locked() && !isLocked && !each.equals(region) ? each : lockedBy;
            isLocked = isLocked || setting.locked();
        }
        return new InForce(terms, debtor, lockedBy, !isLocked);
    }

    /** What the region itself says. */
    public PayoutSetting own(RegionId region) {
        return rows.of(List.of(region)).getOrDefault(region, PayoutSetting.NOTHING);
    }

    /**
     * What the region says from now on; payouts that were made stay as they are.
     *
     * @param setting of the version that was seen
     * @throws org.townloop.base.kernel.Absent if the actor does not pay out there
     */
    public Outcome<PayoutSetting> save(Actor actor, RegionId region, PayoutSetting setting) {
        gate.require(actor, Right.PAY_OUT, Scope.region(region));
        var refusal = refusal(setting);
        if (refusal != null) {
            return Outcome.refused(refusal);
        }
        return atomically.run(() -> {
            if (inForce(region).lockedBy() != null && saysTerms(setting)) {
                return Outcome.refused(PayoutReason.PAYOUT_SETTING_LOCKED);
            }
            if (!rows.write(region, setting)) {
                return Outcome.refused(PayoutReason.PAYOUT_SETTING_CHANGED);
            }
            audit.note(actor.person(), "payout-setting-changed", "region " + region.number() + ": " + setting);
            return Outcome.done(setting);
        });
    }

    /** The payee's own cycle; null if it goes by the region's. */
    public @Nullable Cycle choice(RegionId region, UUID owner) {
        return rows.choices(region, List.of(owner)).get(owner);
    }

    /**
     * On which days the merchant wants to be paid.
     *
     * @param cycle null to go by the region's
     * @throws org.townloop.base.kernel.Absent if the merchant is not the actor's
     */
    public Outcome<UUID> choose(Actor actor, UUID merchant, @Nullable Cycle cycle) {
        var region = RegionId.of(merchant);
        gate.require(actor, Right.RUN_PLACE, Scope.merchant(region, merchant));
        return atomically.run(() -> {
            if (cycle == null) {
                rows.unchoose(region, merchant);
            } else if (!inForce(region).payeesMayChoose()) {
                return Outcome.refused(Refusal.of(PayoutReason.PAYOUT_SETTING_LOCKED, "cycle"));
            } else {
                rows.choose(region, merchant, cycle);
            }
            audit.note(actor.person(), "payout-days-chosen", merchant + ": " + (cycle == null ? "as the town" : cycle));
            return Outcome.done(merchant);
        });
    }

    /** The terms of each of the payees. */
    Map<UUID, PayoutTerms> terms(RegionId region, Collection<UUID> owners) {
        var here = inForce(region);
        var chosen = here.payeesMayChoose() ? rows.choices(region, owners) : Map.<UUID, Cycle>of();
        var terms = new HashMap<UUID, PayoutTerms>();
        for (var owner : owners) {
            var cycle =
                    Objects.requireNonNullElse(chosen.get(owner), here.terms().cycle());
            terms.put(
                    owner,
                    new PayoutTerms(
                            cycle, here.terms().minimumMinor(), here.terms().holdBackDays()));
        }
        return terms;
    }

    PayoutTerms of(RegionId region, UUID owner) {
        return Objects.requireNonNull(terms(region, List.of(owner)).get(owner));
    }

    /** From the uppermost region down to this one. */
    private List<RegionId> path(RegionId region) {
        var path = new ArrayList<RegionId>();
        for (var at = Optional.of(region); at.isPresent(); ) {
            path.addFirst(at.get());
            at = Optional.ofNullable(regions.get(at.get()).parent());
        }
        return path;
    }

    private static boolean saysTerms(PayoutSetting setting) {
        return setting.cycle() != null || setting.minimumMinor() != null || setting.holdBackDays() != null;
    }

    private static @Nullable Refusal refusal(PayoutSetting setting) {
        var minimum = setting.minimumMinor();
        if (minimum != null && (minimum < 1 || minimum > MOST_MINIMUM)) {
            return Refusal.of(PayoutReason.PAYOUT_MINIMUM_INVALID, "minimum");
        }
        var days = setting.holdBackDays();
        if (days != null && (days < 0 || days > PayoutTerms.LONGEST_HOLD_BACK)) {
            return Refusal.of(PayoutReason.HOLD_BACK_INVALID, "holdBack", Map.of("max", PayoutTerms.LONGEST_HOLD_BACK));
        }
        var debtor = setting.debtor();
        return debtor == null || AccountNumber.isDebtor(debtor)
                ? null
                : Refusal.of(PayoutReason.DEBTOR_INVALID, "debtorNumber");
    }
}
