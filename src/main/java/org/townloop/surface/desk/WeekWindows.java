package org.townloop.surface.desk;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.townloop.supply.merchant.DeliverySettings.Window;

/** Windows that are the same on several days, in one row of the form. */
final class WeekWindows {

    /** What stands in the field of the day, for all of them and for those of work. */
    static final String DAILY = "daily";

    static final String WORKDAYS = "workdays";

    private static final Set<DayOfWeek> ALL = EnumSet.allOf(DayOfWeek.class);
    private static final Set<DayOfWeek> FIVE = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

    /**
     * A row.
     *
     * @param days as it is sent: of all days, of those of work, or the number of one
     * @param window on one of them
     */
    record Row(String days, Window window) {}

    private WeekWindows() {}

    static List<Row> of(List<Window> windows) {
        var alike = new LinkedHashMap<Window, Set<DayOfWeek>>();
        for (var window : windows) {
            alike.computeIfAbsent(on(DayOfWeek.MONDAY, window), any -> EnumSet.noneOf(DayOfWeek.class))
                    .add(window.day());
        }
        var rows = new ArrayList<Row>();
        alike.forEach((window, days) -> rows.addAll(rows(window, days)));
        return rows;
    }

    /** None for what is no day. */
    static Set<DayOfWeek> days(String typed) {
        return switch (typed) {
            case DAILY -> ALL;
            case WORKDAYS -> FIVE;
            case "1", "2", "3", "4", "5", "6", "7" -> EnumSet.of(DayOfWeek.of(Integer.parseInt(typed)));
            default -> Set.of();
        };
    }

    private static List<Row> rows(Window window, Set<DayOfWeek> days) {
        var rows = new ArrayList<Row>();
        var left = EnumSet.copyOf(days);
        for (var several : List.of(Map.entry(DAILY, ALL), Map.entry(WORKDAYS, FIVE))) {
            if (left.containsAll(several.getValue())) {
                rows.add(new Row(several.getKey(), window));
                left.removeAll(several.getValue());
            }
        }
        left.forEach(day -> rows.add(new Row(Integer.toString(day.getValue()), on(day, window))));
        return rows;
    }

    private static Window on(DayOfWeek day, Window window) {
        return new Window(day, window.from(), window.to(), window.orders(), window.closesMinutesBefore());
    }
}
