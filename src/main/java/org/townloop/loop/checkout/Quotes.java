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
    private final Drafts drafts;
    private final Clock clock;

    Quotes(Holds holds, Drafts drafts, Clock clock) {
        this.holds = holds;
        this.drafts = drafts;
        this.clock = clock;
    }

    /**
     * What it would cost.
     *
     * @param price all of it
     * @param now what of it is paid when booking
     */
    public record Quote(Money price, Money now) {

        /** Both together, in one currency. */
        public Quote plus(Quote other) {
            return new Quote(price.plus(other.price), now.plus(other.now));
        }

        /** What is left to be paid at the place. */
        public Money balance() {
            return price.minus(now);
        }
    }

    /** Its price, or what is wrong with it; whether anybody is free then is not asked. */
    public Outcome<Quote> of(HoldOrder wish) {
        var wrong = holds.check(wish);
        var start = holds.start(wish);
        if (wrong.isPresent() || start.isEmpty()) {
            return Outcome.refused(wrong.orElse(Refusal.of(CheckoutReason.SLOT_MISSING, "slotStart")));
        }
        return drafts.draft(ANYBODY, wish, holds.offer(wish), start.get(), clock.instant())
                .map(draft -> new Quote(draft.order().price(), draft.order().total()));
    }
}
