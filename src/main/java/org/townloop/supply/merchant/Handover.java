package org.townloop.supply.merchant;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.AuditTrail;
import org.townloop.base.identity.Grant;
import org.townloop.base.identity.PersonId;
import org.townloop.base.identity.Role;
import org.townloop.base.identity.Roles;
import org.townloop.base.kernel.Ids;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.supply.merchant.hours.Notation;
import org.townloop.supply.merchant.hours.Reading;

/** What an operator decides about a claim on a listing, in the caller's transaction. */
@Component
class Handover {

    private final TakeOverRows rows;
    private final MerchantRows merchants;
    private final Places places;
    private final PlaceChanges changes;
    private final WeekWrites hours;
    private final Roles roles;
    private final Told told;
    private final AuditTrail audit;
    private final Clock clock;

    Handover(
            TakeOverRows rows,
            MerchantRows merchants,
            Places places,
            PlaceChanges changes,
            WeekWrites hours,
            Roles roles,
            Told told,
            AuditTrail audit,
            Clock clock) {
        this.rows = rows;
        this.merchants = merchants;
        this.places = places;
        this.changes = changes;
        this.hours = hours;
        this.roles = roles;
        this.told = told;
        this.audit = audit;
        this.clock = clock;
    }

    Outcome<MerchantId> grant(PersonId by, TakeOver claim) {
        var now = clock.instant();
        var place = places.get(claim.place());
        var merchant = new MerchantId(Ids.next(place.region(), now));
        merchants.insert(merchant, place.name(), claim.person(), now);
        merchants.verify(merchant, by, now);
        if (!rows.decide(claim.id(), TakeOverState.GRANTED, by, merchant, null, now)
                || !rows.handOver(place.id(), merchant)) {
            return Outcome.refused(MerchantReason.ALREADY_DECIDED);
        }
        place.listedHours().map(Notation::read).ifPresent(reading -> {
            if (reading instanceof Reading.Read(var notation)) {
                hours.firstHours(place.id(), notation.text());
            }
        });
        roles.grant(by, claim.person(), new Grant(Role.MERCHANT, place.region(), merchant.value(), null));
        audit.note(by, "take-over-granted", claim.id() + " " + merchant.value());
        changes.tell(place.id());
        told.verified(List.of(claim.person()), place, claim.id());
        return Outcome.done(merchant);
    }

    Outcome<UUID> refuse(PersonId by, TakeOver claim, @Nullable String why) {
        var refusal = Verdicts.reasonRefusal(why);
        if (why == null || refusal != null) {
            return Outcome.refused(refusal == null ? Refusal.of(MerchantReason.REASON_MISSING, "reason") : refusal);
        }
        if (!rows.decide(claim.id(), TakeOverState.REFUSED, by, null, why, clock.instant())) {
            return Outcome.refused(Refusal.of(MerchantReason.ALREADY_DECIDED));
        }
        audit.note(by, "take-over-refused", claim.id().toString());
        told.refused(List.of(claim.person()), places.get(claim.place()), claim.id(), why, "/for-merchants#claims");
        return Outcome.done(claim.id());
    }
}
