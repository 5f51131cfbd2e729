package org.townloop.supply.pack;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Words;

/**
 * One of the ways in which a trade is booked, with what is agreed when something is sold that way.
 *
 * @param key names it within the pack; an offer says which one it is booked by
 * @param label what merchants and residents call it
 * @param booking how it is booked
 * @param cancellation what is kept of the payment when a resident cancels
 * @param noShow what becomes of who comes late or not at all; null in versions that did not say
 * @param voucherValidDays how long after the booked time a voucher may still be redeemed; where a day, a session or
 *     nights are booked, their own end decides
 * @param deposit how much its offers may ask for when booking instead of the whole price; null if always the whole
 */
public record Mode(
        String key,
        Words label,
        BookingMode booking,
        CancellationPolicy cancellation,
        @Nullable NoShowPolicy noShow,
        int voucherValidDays,
        @Nullable DepositRange deposit) {

    private static final Duration USUAL_GRID = Duration.ofMinutes(15);

    /** The grid of starts, counted from the full hour of the place's clock; the usual one where there is none. */
    public Duration startEvery() {
        return switch (booking) {
            case BookingMode.Appointment(var every) -> every;
            case BookingMode.Table(var every) -> every;
            case BookingMode.HomeVisit(var every, var _) -> every;
            case BookingMode.WalkIn _,
                    BookingMode.Session _,
                    BookingMode.Stay _,
                    BookingMode.Delivery _,
                    BookingMode.Ad _,
                    BookingMode.ByQuote _,
                    BookingMode.Online _ -> USUAL_GRID;
            case BookingMode.Ride(var every, var _, var _) -> every;
        };
    }
}
