package org.townloop.supply.merchant;

import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.AuditTrail;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.kernel.Written;

/** What an operator decides about a merchant: written, audited and told in one transaction. */
@Component
class Verdicts {

    static final int LONGEST_REASON = 500;

    private final MerchantRows rows;
    private final Selling selling;
    private final AuditTrail audit;
    private final Atomically atomically;
    private final Clock clock;

    Verdicts(MerchantRows rows, Selling selling, AuditTrail audit, Atomically atomically, Clock clock) {
        this.rows = rows;
        this.selling = selling;
        this.audit = audit;
        this.atomically = atomically;
        this.clock = clock;
    }

    Outcome<MerchantId> verify(PersonId by, MerchantId id) {
        return atomically.run(() -> {
            if (!rows.verify(id, by, clock.instant())) {
                return Outcome.refused(MerchantReason.ALREADY_DECIDED);
            }
            audit.note(by, "merchant-verified", id.value().toString());
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
            if (!rows.refuse(id, by, why, clock.instant())) {
                return Outcome.refused(MerchantReason.ALREADY_DECIDED);
            }
            selling.stop(id);
            audit.note(by, "merchant-refused", id.value().toString());
            return Outcome.done(id);
        });
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
