package org.townloop.supply.merchant;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.AuditTrail;
import org.townloop.base.identity.Gate;
import org.townloop.base.identity.PersonId;
import org.townloop.base.identity.Right;
import org.townloop.base.identity.Scope;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.Ids;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.kernel.RegionId;
import org.townloop.base.kernel.Turns;
import org.townloop.base.kernel.Written;
import org.townloop.supply.pack.Packs;

/**
 * Listings that their merchants take over. Saying so gives nobody anything; an operator looks at the evidence, and only
 * then the place is theirs, and they are verified.
 */
@Component
public class TakeOvers {

    private static final int WORDS_MAX = 500;

    /** Of one person at a time. */
    private static final int MOST_OPEN = 3;

    private final TakeOverRows rows;
    private final Handover handover;
    private final Places places;
    private final Packs packs;
    private final Gate gate;
    private final AuditTrail audit;
    private final Turns turns;
    private final Atomically atomically;
    private final Clock clock;

    TakeOvers(
            TakeOverRows rows,
            Handover handover,
            Places places,
            Packs packs,
            Gate gate,
            AuditTrail audit,
            Turns turns,
            Atomically atomically,
            Clock clock) {
        this.rows = rows;
        this.handover = handover;
        this.places = places;
        this.packs = packs;
        this.gate = gate;
        this.audit = audit;
        this.turns = turns;
        this.atomically = atomically;
        this.clock = clock;
    }

    /**
     * Says that a listing is one's own.
     *
     * @return its id, or refused with {@link MerchantReason}
     * @throws Absent if there is no such place
     */
    public Outcome<UUID> ask(Actor actor, NewTakeOver claim) {
        gate.require(actor, Right.OWN, Scope.person(actor.person()));
        var place = places.get(claim.place());
        var words = Written.plain(claim.words());
        var refusal = refusal(place, claim, words);
        if (refusal != null) {
            return Outcome.refused(refusal);
        }
        return atomically.run(() -> asked(actor.person(), claim, words == null ? "" : words));
    }

    /** What somebody has asked for, the newest first. */
    public List<TakeOver> of(PersonId person) {
        return rows.of(person);
    }

    /** Those that wait in the regions, the longest first. */
    public List<TakeOver> waiting(Collection<RegionId> within, int limit) {
        return rows.waiting(within, limit);
    }

    public int countWaiting(Collection<RegionId> within) {
        return rows.countWaiting(within);
    }

    /**
     * The claim, for somebody who may decide it.
     *
     * @throws Absent if there is none, or the actor decides nothing there
     */
    public TakeOver get(Actor actor, UUID id) {
        gate.require(actor, Right.VERIFY, Scope.region(RegionId.of(id)));
        return rows.find(id).orElseThrow(() -> new Absent("take-over " + id));
    }

    /** The place is theirs from now on, and they are verified. */
    public Outcome<MerchantId> grant(Actor actor, UUID id) {
        var claim = get(actor, id);
        return claim.person().equals(actor.person())
                ? Outcome.refused(MerchantReason.OWN_MERCHANT)
                : atomically.run(() -> handover.grant(actor.person(), claim));
    }

    /** @param why as the person will read it */
    public Outcome<UUID> refuse(Actor actor, UUID id, String why) {
        var claim = get(actor, id);
        return atomically.run(() -> handover.refuse(actor.person(), claim, Written.plain(why)));
    }

    /** Somebody takes their own claim back. */
    public Outcome<UUID> withdraw(Actor actor, UUID id) {
        var claim = rows.find(id).orElseThrow(() -> new Absent("take-over " + id));
        gate.require(actor, Right.OWN, Scope.person(claim.person()));
        return atomically.run(
                () -> rows.decide(id, TakeOverState.WITHDRAWN, actor.person(), null, null, clock.instant())
                        ? Outcome.done(id)
                        : Outcome.refused(MerchantReason.ALREADY_DECIDED));
    }

    private Outcome<UUID> asked(PersonId person, NewTakeOver claim, String words) {
        turns.take("take-over", person.value());
        if (rows.open(person) >= MOST_OPEN) {
            return Outcome.refused(Refusal.of(MerchantReason.TOO_MANY_TAKE_OVERS, "place", Map.of("max", MOST_OPEN)));
        }
        var id = Ids.next(claim.place().region(), clock.instant());
        if (!rows.insert(id, person, claim, words, clock.instant())) {
            return Outcome.refused(Refusal.of(MerchantReason.TAKE_OVER_OPEN, "place"));
        }
        audit.note(person, "take-over-asked", id.toString());
        return Outcome.done(id);
    }

    private @Nullable Refusal refusal(Place place, NewTakeOver claim, @Nullable String words) {
        if (!place.isListing()) {
            return Refusal.of(MerchantReason.NOT_A_LISTING, "place");
        }
        if (!packs.trade(place.trade()).installed()) {
            return Refusal.of(MerchantReason.TRADE_NOT_BOOKABLE, "place");
        }
        if (words == null) {
            return Refusal.of(MerchantReason.EVIDENCE_MISSING, "words");
        }
        if (Written.isLonger(words, WORDS_MAX)) {
            return Refusal.of(MerchantReason.EVIDENCE_TOO_LONG, "words", Map.of("max", WORDS_MAX));
        }
        return claim.evidence() == TakeOver.Evidence.PHOTO && claim.picture() == null
                ? Refusal.of(MerchantReason.EVIDENCE_PICTURE_MISSING, "picture")
                : null;
    }
}
