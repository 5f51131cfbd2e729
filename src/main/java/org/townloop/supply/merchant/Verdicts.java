package org.townloop.supply.merchant;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.AuditTrail;
import org.townloop.base.identity.People;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.Ids;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.kernel.Turns;
import org.townloop.base.kernel.Written;

/** What an operator decides about a merchant: written, audited and told in one transaction. */
@Component
class Verdicts {

    static final int LONGEST_REASON = 500;

    private final MerchantRows rows;
    private final Places places;
    private final People people;
    private final Selling selling;
    private final Told told;
    private final AuditTrail audit;
    private final Turns turns;
    private final Atomically atomically;
    private final Clock clock;

    Verdicts(
            MerchantRows rows,
            Places places,
            People people,
            Selling selling,
            Told told,
            AuditTrail audit,
            Turns turns,
            Atomically atomically,
            Clock clock) {
        this.rows = rows;
        this.places = places;
        this.people = people;
        this.selling = selling;
        this.told = told;
        this.audit = audit;
        this.turns = turns;
        this.atomically = atomically;
        this.clock = clock;
    }

    Outcome<MerchantId> verify(PersonId by, MerchantId id) {
        return atomically.run(() -> {
            if (!rows.verify(id, by, clock.instant())) {
                return Outcome.refused(MerchantReason.ALREADY_DECIDED);
            }
            audit.note(by, "merchant-verified", id.value().toString());
            told.verified(theirs(id), places.of(id).getFirst(), occasion(id));
            return Outcome.done(id);
        });
    }

    Outcome<MerchantId> refuse(PersonId by, MerchantId id, String written) {
        var why = Written.plain(written);
        var refusal = reasonRefusal(why);
        if (why == null || refusal != null) {
            return Outcome.refused(refusal == null ? Refusal.of(MerchantReason.REASON_MISSING, "reason") : refusal);
        }
        return atomically.run(() -> {
            turns.take(Selling.TURN, id.value());
            if (!rows.refuse(id, by, why, clock.instant())) {
                return Outcome.refused(MerchantReason.ALREADY_DECIDED);
            }
            selling.stop(id);
            audit.note(by, "merchant-refused", id.value().toString());
            told.refused(theirs(id), places.of(id).getFirst(), occasion(id), why, "/desk/start");
            return Outcome.done(id);
        });
    }

    private List<PersonId> theirs(MerchantId id) {
        return people.merchantsPeople(id.region(), id.value());
    }

    private UUID occasion(MerchantId id) {
        return Ids.next(id.region(), clock.instant());
    }

    static @Nullable Refusal reasonRefusal(@Nullable String why) {
        if (why == null) {
            return Refusal.of(MerchantReason.REASON_MISSING, "reason");
        }
        return Written.isLonger(why, LONGEST_REASON)
                ? Refusal.of(MerchantReason.REASON_TOO_LONG, "reason", Map.of("max", LONGEST_REASON))
                : null;
    }
}
