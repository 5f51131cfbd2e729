package org.townloop.surface.desk;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.supply.offer.Arrangement;
import org.townloop.supply.offer.Fare;
import org.townloop.supply.offer.Ride;
import org.townloop.supply.pack.BookingMode;
import org.townloop.surface.page.Typed;

/**
 * The fields of a ride in the form of an offer. Amounts are in whole units of the currency, distances in kilometres.
 *
 * @param decimals of the region's currency
 */
record RideForm(BookingMode.Ride mode, int decimals, Map<String, List<String>> typed) {

    private static final int METRE_DIGITS = 3;

    /** What stands in a new form; amounts are the merchant's to say. */
    static Map<String, List<String>> usual() {
        return Map.of(
                "seats", List.of("4"),
                "longest", List.of("50"),
                "nightPercent", List.of("0"),
                "nightFrom", List.of("22:00"),
                "nightUntil", List.of("06:00"));
    }

    static Map<String, List<String>> of(Ride ride, int decimals) {
        var fare = ride.fare();
        var fields = new LinkedHashMap<String, List<String>>();
        fields.put("seats", List.of(Integer.toString(ride.seats())));
        fields.put("within", List.of(plain(ride.withinMetres(), METRE_DIGITS)));
        fields.put("longest", List.of(plain(ride.mostMetres(), METRE_DIGITS)));
        fields.put("perKilometre", List.of(plain(fare.perKilometre(), decimals)));
        fields.put("perMinute", List.of(plain(fare.perMinute(), decimals)));
        fields.put("least", List.of(plain(fare.least(), decimals)));
        fields.put("nightPercent", List.of(Integer.toString(fare.nightPercent())));
        fields.put("nightFrom", List.of(fare.nightFrom().toString()));
        fields.put("nightUntil", List.of(fare.nightUntil().toString()));
        return fields;
    }

    Outcome<Arrangement> read() {
        for (var amount : List.of("perKilometre", "perMinute", "least")) {
            if (number(amount, decimals) == null) {
                return refused(DeskReason.PRICE_UNREADABLE, amount);
            }
        }
        for (var distance : List.of("within", "longest")) {
            if (number(distance, METRE_DIGITS) == null) {
                return refused(DeskReason.DISTANCE_UNREADABLE, distance);
            }
        }
        for (var time : List.of("nightFrom", "nightUntil")) {
            if (time(time) == null) {
                return refused(DeskReason.NIGHT_UNREADABLE, time);
            }
        }
        return Outcome.done(ride());
    }

    private Arrangement ride() {
        return new Ride(
                Saved.number(typed, "seats", Saved.UNREADABLE),
                new Fare(
                        minor("perKilometre"),
                        minor("perMinute"),
                        minor("least"),
                        Saved.number(typed, "nightPercent", 0),
                        orMidnight(time("nightFrom")),
                        orMidnight(time("nightUntil"))),
                metres("within"),
                metres("longest"),
                (int) mode.window().toMinutes(),
                (int) mode.notice().toMinutes());
    }

    private long minor(String name) {
        var number = number(name, decimals);
        return number == null
                ? Saved.UNREADABLE
                : number.movePointRight(decimals).longValueExact();
    }

    private int metres(String name) {
        var number = number(name, METRE_DIGITS);
        return number == null
                ? Saved.UNREADABLE
                : number.movePointRight(METRE_DIGITS).intValueExact();
    }

    /** Nothing is nought. With a point or a comma; null if it is no number, or has too many decimals. */
    private @Nullable BigDecimal number(String name, int most) {
        var text = plain(name).replace("¥", "").replace("￥", "").strip();
        if (text.isEmpty()) {
            return BigDecimal.ZERO;
        }
        return Typed.decimal(text)
                .filter(typed -> typed.signum() >= 0 && typed.precision() - typed.scale() <= 6)
                .filter(typed -> typed.stripTrailingZeros().scale() <= most)
                .orElse(null);
    }

    private @Nullable LocalTime time(String name) {
        var text = plain(name);
        try {
            return LocalTime.parse(text.matches("[0-9]:.*") ? "0" + text : text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static LocalTime orMidnight(@Nullable LocalTime time) {
        return time == null ? LocalTime.MIDNIGHT : time;
    }

    private String plain(String name) {
        return typed.getOrDefault(name, List.of("")).getFirst().strip();
    }

    private static String plain(long number, int decimals) {
        return BigDecimal.valueOf(number, decimals).stripTrailingZeros().toPlainString();
    }

    private static Outcome<Arrangement> refused(DeskReason reason, String field) {
        return Outcome.refused(Refusal.of(reason, field));
    }
}
