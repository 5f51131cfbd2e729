package org.townloop.supply.merchant;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.AuditTrail;
import org.townloop.base.identity.Gate;
import org.townloop.base.identity.Grant;
import org.townloop.base.identity.Right;
import org.townloop.base.identity.Role;
import org.townloop.base.identity.Roles;
import org.townloop.base.identity.Scope;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.EventLog;
import org.townloop.base.kernel.Idempotency;
import org.townloop.base.kernel.Ids;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.kernel.RegionId;
import org.townloop.base.kernel.Turns;
import org.townloop.base.region.Regions;
import org.townloop.supply.pack.Packs;

/**
 * Who sells here. Anybody may open a merchant and sell at once; an operator verifies it, and until then its money stays
 * where it is.
 */
@Component
public class Merchants {

    /** What was opened. */
    public record Opened(UUID merchant, UUID place) {}

    /** Of one person in one town: enough for any shopkeeper, too few to flood the town. */
    private static final int MOST_OF_ONE = 5;

    private final MerchantRows rows;
    private final Places places;
    private final Packs packs;
    private final Regions regions;
    private final Roles roles;
    private final Gate gate;
    private final AuditTrail audit;
    private final Idempotency idempotency;
    private final Verdicts verdicts;
    private final EventLog events;
    private final Turns turns;
    private final Atomically atomically;
    private final Clock clock;

    Merchants(
            MerchantRows rows,
            Places places,
            Packs packs,
            Regions regions,
            Roles roles,
            Gate gate,
            AuditTrail audit,
            Idempotency idempotency,
            Verdicts verdicts,
            EventLog events,
            Turns turns,
            Atomically atomically,
            Clock clock) {
        this.rows = rows;
        this.places = places;
        this.packs = packs;
        this.regions = regions;
        this.roles = roles;
        this.gate = gate;
        this.audit = audit;
        this.idempotency = idempotency;
        this.verdicts = verdicts;
        this.events = events;
        this.turns = turns;
        this.atomically = atomically;
        this.clock = clock;
    }

    /**
     * Opens a merchant with its first place; whoever opens it runs it. Nobody has verified it then.
     *
     * @param key the same key opens it once
     * @return refused with {@link MerchantReason}, the field being named
     */
    public Outcome<Opened> open(Actor actor, String key, NewPlace written) {
        gate.require(actor, Right.OWN, Scope.person(actor.person()));
        var place = new NewPlace(written.region(), written.trade(), PlaceRules.plain(written.facts()));
        var refusal = refusal(place);
        return refusal != null
                ? Outcome.refused(refusal)
                : idempotency.once(
                        new Idempotency.Call(actor.person().value(), "open-merchant", key, place),
                        Opened.class,
                        () -> opened(actor, place));
    }

    /**
     * Whether money may be paid out to it: once it is verified, not before. Whatever pays out asks this, and refers to
     * {@code merchant_if_payable} in the database.
     *
     * @throws org.townloop.base.kernel.Absent if there is no such merchant
     */
    public boolean payable(MerchantId id) {
        return places.merchant(id).standing().isVerified();
    }

    /** Those of them that may be paid out. */
    public Set<MerchantId> payable(Collection<MerchantId> ids) {
        return places.merchants(ids).values().stream()
                .filter(merchant -> merchant.standing().isVerified())
                .map(Merchant::id)
                .collect(Collectors.toSet());
    }

    /** Which of the places are new here: nobody has verified their merchant yet. */
    public Set<PlaceId> unverified(Collection<PlaceId> ids) {
        return ids.isEmpty() ? Set.of() : rows.unverified(ids);
    }

    /** Those that wait to be verified in the regions, the longest first. */
    public List<Waiting> waiting(Collection<RegionId> within, int limit) {
        var queue = rows.waiting(within, limit);
        var ids = queue.stream().map(MerchantRows.Queued::id).toList();
        var known = places.merchants(ids);
        var first = places.firstOf(ids);
        return queue.stream()
                .filter(row -> known.containsKey(row.id()) && first.containsKey(row.id()))
                .map(row -> new Waiting(
                        Objects.requireNonNull(known.get(row.id())),
                        row.since(),
                        row.openedBy(),
                        Objects.requireNonNull(first.get(row.id()))))
                .toList();
    }

    public int countWaiting(Collection<RegionId> within) {
        return rows.countWaiting(within);
    }

    /**
     * The merchant is who it says it is; from now on it may be paid.
     *
     * @throws org.townloop.base.kernel.Absent if there is no such merchant, or the actor verifies nobody there
     */
    public Outcome<MerchantId> verify(Actor actor, MerchantId id) {
        mayJudge(actor, id);
        return isOwn(actor, id) ? Outcome.refused(MerchantReason.OWN_MERCHANT) : verdicts.verify(actor.person(), id);
    }

    /**
     * The merchant may not sell until it has mended what was found; what it sold stays sold.
     *
     * @param why as the merchant will read it
     * @throws org.townloop.base.kernel.Absent as {@link #verify}
     */
    public Outcome<MerchantId> refuse(Actor actor, MerchantId id, String why) {
        mayJudge(actor, id);
        return isOwn(actor, id)
                ? Outcome.refused(MerchantReason.OWN_MERCHANT)
                : verdicts.refuse(actor.person(), id, why);
    }

    /** Somebody who was refused has mended it, and asks to be looked at again. */
    public Outcome<MerchantId> askAgain(Actor actor, MerchantId id) {
        places.merchant(id);
        var places = this.places.of(id).getFirst();
        gate.require(
                actor,
                Right.RUN_PLACE,
                Scope.place(id.region(), id.value(), places.id().value()));
        return atomically.run(() -> {
            if (!rows.askAgain(id, clock.instant())) {
                return Outcome.refused(MerchantReason.ALREADY_DECIDED);
            }
            audit.note(actor.person(), "merchant-asks-again", id.value().toString());
            return Outcome.done(id);
        });
    }

    private @Nullable Refusal refusal(NewPlace place) {
        if (!packs.trade(place.trade()).installed()) {
            return Refusal.of(MerchantReason.TRADE_NOT_BOOKABLE, "trade");
        }
        return new PlaceRules(regions.get(place.region()).centre())
                .refusal(place.facts())
                .orElse(null);
    }

    private Outcome<Opened> opened(Actor actor, NewPlace place) {
        turns.take("open-merchant", actor.person().value());
        if (rows.openedBy(actor.person(), place.region()) >= MOST_OF_ONE) {
            return Outcome.refused(new Refusal(MerchantReason.TOO_MANY_MERCHANTS, null, Map.of("max", MOST_OF_ONE)));
        }
        var now = clock.instant();
        var merchant = new MerchantId(Ids.next(place.region(), now));
        var id = new PlaceId(Ids.next(place.region(), now));
        rows.insert(merchant, place.facts().name(), actor.person(), now);
        rows.insert(id, merchant, place, now);
        roles.grant(actor.person(), actor.person(), new Grant(Role.MERCHANT, place.region(), merchant.value(), null));
        audit.note(actor.person(), "merchant-opened", merchant.value().toString());
        events.append(new PlaceChanged(id.value()));
        return Outcome.done(new Opened(merchant.value(), id.value()));
    }

    private void mayJudge(Actor actor, MerchantId id) {
        var merchant = places.merchant(id);
        gate.require(actor, Right.VERIFY, Scope.region(merchant.region()));
    }

    /** Nobody verifies themselves. */
    private static boolean isOwn(Actor actor, MerchantId id) {
        return actor.grants().stream().anyMatch(grant -> id.value().equals(grant.merchant()));
    }
}
