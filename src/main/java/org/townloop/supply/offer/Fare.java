package org.townloop.supply.offer;

import java.time.Duration;
import java.time.LocalTime;
import java.util.Currency;
import org.townloop.base.kernel.Money;

/**
 * What a ride costs besides its base price, in minor units of the offer's currency.
 *
 * @param perKilometre for each kilometre, counted in tenths that are begun
 * @param perMinute for each minute that is begun
 * @param least what the shortest ride costs, the surcharge not included
 * @param nightPercent what comes on top of all at night, 0 to {@value #NIGHT_MOST}
 * @param nightFrom from when on it is night, by the clock on the place's wall
 * @param nightUntil until when; earlier than its beginning if it is a night
 */
public record Fare(
        long perKilometre, long perMinute, long least, int nightPercent, LocalTime nightFrom, LocalTime nightUntil) {

    static final int NIGHT_MOST = 200;
    static final long RATE_MOST = 100_000_000;

    private static final int TENTH_METRES = 100;

    /** Without a surcharge at night. */
    public static Fare byDay(long perKilometre, long perMinute, long least) {
        return new Fare(perKilometre, perMinute, least, 0, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);
    }

    /**
     * What a ride costs: computed exactly, and rounded once, half up, to what is had in coins: ten of the smallest unit
     * (a jiao), or one where a currency has fewer than two decimals.
     *
     * @param base what it costs to get in
     * @param metres how long the way is
     * @param drive how long it takes
     * @param pickUp when it begins, by the clock on the place's wall
     */
    public Money of(Money base, long metres, Duration drive, LocalTime pickUp) {
        var tenths = Math.ceilDiv(metres, TENTH_METRES);
        var minutes = Math.ceilDiv(drive.toSeconds(), 60L);
        var byWay = Math.addExact(
                Math.multiplyExact(10, base.minor() + Math.multiplyExact(perMinute, minutes)),
                Math.multiplyExact(perKilometre, tenths));
        var thousandths = Math.multiplyExact(Math.max(byWay, 10 * least), 100 + (isNight(pickUp) ? nightPercent : 0));
        return rounded(thousandths, base.currency());
    }

    /** The shortest ride by day. */
    public Money least(Money base) {
        return rounded(Math.multiplyExact(1_000, Math.max(base.minor(), least)), base.currency());
    }

    /** @param thousandths of the smallest unit */
    private static Money rounded(long thousandths, Currency currency) {
        var coin = currency.getDefaultFractionDigits() < 2 ? 1 : 10;
        var step = 1_000L * coin;
        return new Money(Math.floorDiv(Math.addExact(thousandths, step / 2), step) * coin, currency);
    }

    public boolean isNight(LocalTime time) {
        if (nightPercent == 0) {
            return false;
        }
        return nightFrom.isBefore(nightUntil)
                ? !time.isBefore(nightFrom) && time.isBefore(nightUntil)
                : !time.isBefore(nightFrom) || time.isBefore(nightUntil);
    }
}
