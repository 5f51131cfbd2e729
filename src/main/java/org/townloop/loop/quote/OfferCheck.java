package org.townloop.loop.quote;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.townloop.base.kernel.Ids;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.loop.checkout.AgreedOrders;
import org.townloop.loop.checkout.AgreedPayment;
import org.townloop.supply.booking.Bookings;

/** Whether what is about to be offered could be accepted at once. */
@Component
class OfferCheck {

    private final StagePayments payments;
    private final AgreedOrders agreed;
    private final Bookings bookings;
    private final Clock clock;

    OfferCheck(StagePayments payments, AgreedOrders agreed, Bookings bookings, Clock clock) {
        this.payments = payments;
        this.agreed = agreed;
        this.bookings = bookings;
        this.clock = clock;
    }

    /** Why not; the people are taken for it and let go again. */
    @Transactional(propagation = Propagation.MANDATORY)
    Optional<Refusal> refusal(QuoteRequest request, Work work, Stage first) {
        var payment = payments.of(request, work, first);
        return tooFar(payment).or(() -> busy(payment));
    }

    /** The place is told in its own words: the resident could not pay the first stage. */
    private Optional<Refusal> tooFar(AgreedPayment payment) {
        return agreed.refusal(payment).map(why -> Refusal.of(QuoteReason.WORK_TOO_FAR, "start", why.facts()));
    }

    private Optional<Refusal> busy(AgreedPayment payment) {
        var trial = Ids.next(payment.offer().region(), clock.instant());
        var taken = agreed.take(trial, payment.offer(), payment.people(), payment.times(), payment.end());
        bookings.release(List.of(trial));
        return switch (taken) {
            case Outcome.Done<?> _ -> Optional.empty();
            case Outcome.Refused<?>(var why)
            when Taken.isTaken(why) -> Optional.of(Refusal.of(QuoteReason.WORK_PEOPLE_BUSY, "people"));
            case Outcome.Refused<?>(var why) -> Optional.of(Refusal.of(why.reason(), "start", why.facts()));
        };
    }
}
