package org.townloop.supply.booking;

import java.io.Serial;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.townloop.base.kernel.Refusal;

/** The judge has spoken: a constraint of the calendar found that taken which was counted as free. Roll back. */
final class TakenMeanwhile extends DataIntegrityViolationException {

    @Serial
    private static final long serialVersionUID = 1L;

    TakenMeanwhile(String what, @Nullable Throwable cause) {
        super(what, cause);
    }

    /** What the judge is taken to have said of lots. */
    static Refusal refusal(HoldRequest request) {
        if (request.ration() != null) {
            return Refusal.of(BookingReason.DEAL_SOLD_OUT, "offerId");
        }
        return request.offer().isOnline() ? Refusal.of(BookingReason.SOLD_OUT, "offerId") : LotBookings.refusal(0);
    }

    /** Writes what was counted as free. */
    static void unlessFree(String what, Runnable write) {
        try {
            write.run();
        } catch (DataIntegrityViolationException e) {
            throw new TakenMeanwhile(what, e);
        }
    }
}
