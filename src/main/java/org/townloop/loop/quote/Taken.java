package org.townloop.loop.quote;

import org.townloop.base.kernel.Refusal;
import org.townloop.supply.booking.BookingReason;

/** Whether a calendar has said no because somebody is not free. */
final class Taken {

    private Taken() {}

    static boolean isTaken(Refusal refusal) {
        return refusal.reason() == BookingReason.SLOT_TAKEN || refusal.reason() == BookingReason.TOO_FEW_LEFT;
    }
}
