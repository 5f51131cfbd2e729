package org.townloop.loop.checkout;

import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.loop.ordering.Pays;

/** What would be asked for something if it were held now: nothing is held, and nobody need be known. */
@Component
public class Quotes {

    private static final Buyer ANYBODY = new Buyer(new PersonId(new UUID(0, 0)), Pays.ESCROW, Holds.KEPT, true);

    private final Holds holds;
    private final Clock clock;

    Quotes(Holds holds, Clock clock) {
        this.holds = holds;
        this.clock = clock;
    }

    /** Its price, or what is wrong with it; whether anybody is free then is not asked. */
    public Outcome<Money> of(HoldOrder wish) {
        var wrong = holds.check(wish);
        var start = holds.start(wish);
        if (wrong.isPresent() || start.isEmpty()) {
            return Outcome.refused(wrong.orElse(Refusal.of(CheckoutReason.SLOT_MISSING, "slotStart")));
        }
        return holds.draft(ANYBODY, wish, start.get(), clock.instant())
                .map(draft -> draft.order().total());
    }
}
