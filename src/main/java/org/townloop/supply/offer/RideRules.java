package org.townloop.supply.offer;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Refusal;
import org.townloop.supply.pack.BookingMode;

/** Whether a ride is one that can be sold by a mode. */
record RideRules(BookingMode mode) {

    private static final int SEATS_MAX = 60;
    private static final int MOST_MIN = 1_000;
    private static final int MOST_MAX = 300_000;
    private static final double METRES = 1_000;

    @Nullable
    Refusal refusal(Ride ride) {
        if (ride.seats() < 1 || ride.seats() > SEATS_MAX) {
            return Refusal.of(OfferReason.RIDE_SEATS_INVALID, "seats", Map.of("max", SEATS_MAX));
        }
        if (ride.withinMetres() < ArrangementRules.WITHIN_MIN || ride.withinMetres() > ArrangementRules.WITHIN_MAX) {
            return Refusal.of(
                    OfferReason.RADIUS_INVALID,
                    "within",
                    Map.of("min", ArrangementRules.WITHIN_MIN / METRES, "max", ArrangementRules.WITHIN_MAX / 1_000));
        }
        if (ride.mostMetres() < MOST_MIN || ride.mostMetres() > MOST_MAX) {
            return Refusal.of(
                    OfferReason.RIDE_LENGTH_INVALID,
                    "longest",
                    Map.of("min", MOST_MIN / 1_000, "max", MOST_MAX / 1_000));
        }
        var fare = refusal(ride.fare());
        return fare != null || isOfMode(ride) ? fare : Refusal.of(OfferReason.MODE_OF_OTHER_TRADE, "mode");
    }

    private static @Nullable Refusal refusal(Fare fare) {
        if (isNoRate(fare.perKilometre())) {
            return Refusal.of(OfferReason.FARE_INVALID, "perKilometre");
        }
        if (isNoRate(fare.perMinute())) {
            return Refusal.of(OfferReason.FARE_INVALID, "perMinute");
        }
        if (fare.least() < 0 || fare.least() > ArrangementRules.PRICE_MAX) {
            return Refusal.of(OfferReason.FARE_INVALID, "least");
        }
        return fare.nightPercent() < 0 || fare.nightPercent() > Fare.NIGHT_MOST
                ? Refusal.of(OfferReason.NIGHT_INVALID, "nightPercent", Map.of("max", Fare.NIGHT_MOST))
                : null;
    }

    private static boolean isNoRate(long minor) {
        return minor < 0 || minor > Fare.RATE_MOST;
    }

    private boolean isOfMode(Ride ride) {
        return mode instanceof BookingMode.Ride(var _, var window, var notice)
                && ride.window().equals(window)
                && ride.notice().equals(notice);
    }
}
