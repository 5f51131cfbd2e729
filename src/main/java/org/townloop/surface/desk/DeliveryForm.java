package org.townloop.surface.desk;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.supply.merchant.DeliverySettings;
import org.townloop.supply.merchant.DeliverySettings.Ring;
import org.townloop.supply.merchant.DeliverySettings.Window;
import org.townloop.surface.page.Typed;

/**
 * How a place brings what it sells, as it stands in the fields of the form. Rows of windows and of rings are numbered from 0;
 * a row of which nothing was filled in is none.
 *
 * @param decimals of the region's currency
 */
record DeliveryForm(int decimals, Map<String, List<String>> typed) {

    static final int WINDOW_ROWS = 60;
    static final int RING_ROWS = 8;
    private static final int MINUTES = 60;
    private static final int METRES = 1_000;

    /** What stands in the form before anything is typed. */
    static Map<String, List<String>> of(DeliverySettings settings, int decimals) {
        var fields = new LinkedHashMap<String, List<String>>();
        var rows = WeekWindows.of(settings.windows());
        for (int i = 0; i < rows.size(); i++) {
            var window = rows.get(i).window();
            put(fields, "day." + i, rows.get(i).days());
            put(fields, "from." + i, window.from().toString());
            put(fields, "to." + i, window.to().toString());
            put(fields, "orders." + i, Integer.toString(window.orders()));
            put(
                    fields,
                    "closes." + i,
                    plain(BigDecimal.valueOf(window.closesMinutesBefore())
                            .divide(BigDecimal.valueOf(MINUTES), 2, RoundingMode.HALF_UP)));
        }
        for (int i = 0; i < settings.rings().size(); i++) {
            var ring = settings.rings().get(i);
            put(fields, "within." + i, plain(BigDecimal.valueOf(ring.withinMetres(), 3)));
            put(fields, "fee." + i, plain(BigDecimal.valueOf(ring.feeMinor(), decimals)));
        }
        put(
                fields,
                "least",
                settings.leastMinor() == 0 ? "" : plain(BigDecimal.valueOf(settings.leastMinor(), decimals)));
        var freeFrom = settings.freeFromMinor();
        put(fields, "freeFrom", freeFrom == null ? "" : plain(BigDecimal.valueOf(freeFrom, decimals)));
        if (settings.pickUp()) {
            put(fields, "pickUp", "yes");
        }
        return fields;
    }

    Outcome<DeliverySettings> read() {
        var windows = new ArrayList<Window>();
        for (int i = 0; i < WINDOW_ROWS; i++) {
            if (!plain("from." + i).isEmpty() || !plain("to." + i).isEmpty()) {
                var read = windows(i);
                if (read.isEmpty()) {
                    return refused(DeskReason.WINDOW_UNREADABLE, "windows", i);
                }
                windows.addAll(read);
            }
        }
        var rings = new ArrayList<Ring>();
        for (int i = 0; i < RING_ROWS; i++) {
            if (!plain("within." + i).isEmpty()) {
                var within = number("within." + i, METRES);
                var fee = plain("fee." + i).isEmpty() ? Long.valueOf(0) : amount("fee." + i);
                if (within == null || fee == null) {
                    return refused(DeskReason.RING_UNREADABLE, "rings", i);
                }
                rings.add(new Ring(within.intValue(), fee));
            }
        }
        var least = plain("least").isEmpty() ? Long.valueOf(0) : amount("least");
        var freeFrom = plain("freeFrom").isEmpty() ? null : amount("freeFrom");
        if (least == null || (freeFrom == null && !plain("freeFrom").isEmpty())) {
            return Outcome.refused(Refusal.of(DeskReason.PRICE_UNREADABLE, "least"));
        }
        return Outcome.done(new DeliverySettings(windows, rings, least, freeFrom, typed.containsKey("pickUp")));
    }

    /** One for each of its days; none if something in it cannot be read. */
    private List<Window> windows(int row) {
        var from = time("from." + row);
        var to = time("to." + row);
        var closes = plain("closes." + row).isEmpty() ? Long.valueOf(MINUTES) : number("closes." + row, MINUTES);
        if (from == null || to == null || closes == null) {
            return List.of();
        }
        var orders = Saved.number(typed, "orders." + row, Saved.UNREADABLE);
        return WeekWindows.days(plain("day." + row)).stream()
                .map(day -> new Window(day, from, to, orders, closes.intValue()))
                .toList();
    }

    private @Nullable LocalTime time(String name) {
        var text = plain(name).replace('：', ':');
        try {
            return LocalTime.parse(text.length() == 4 ? "0" + text : text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** A number that may have decimals, times the factor; null if it is none. */
    private @Nullable Long number(String name, int factor) {
        return Typed.decimal(plain(name))
                .filter(typed -> typed.signum() >= 0 && typed.precision() - typed.scale() <= 4 && typed.scale() <= 3)
                .map(typed -> Math.round(typed.doubleValue() * factor))
                .orElse(null);
    }

    /** In minor units; null if it is no amount. */
    private @Nullable Long amount(String name) {
        return Typed.minor(plain(name), decimals).filter(minor -> minor >= 0).orElse(null);
    }

    private String plain(String name) {
        return typed.getOrDefault(name, List.of("")).getFirst().strip();
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    private static void put(Map<String, List<String>> fields, String name, String value) {
        fields.put(name, List.of(value));
    }

    private static <T> Outcome<T> refused(DeskReason reason, String field, int row) {
        return Outcome.refused(Refusal.of(reason, field, Map.of("row", row + 1)));
    }
}
