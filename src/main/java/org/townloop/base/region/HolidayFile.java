package org.townloop.base.region;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.kernel.Words;
import org.townloop.base.kernel.Written;

/**
 * Holidays as a text of lines {@code day,kind,stands_for,name_en,name_zh}: the day as 2026-02-14, the kind HOLIDAY or
 * WORKDAY, the weekday that a workday is worked as from 1 (Monday) to 7 or nothing, the names without commas. Empty lines,
 * lines that begin with # and a line of these headings are passed over.
 *
 * @param faults of lines that cannot be taken, by line; a file with any is not taken at all
 */
public record HolidayFile(List<Holiday> days, List<Fault> faults) {

    static final int MOST = 1_000;
    private static final int NAME_MAX = 60;
    private static final String COLUMNS = "day,kind,stands_for,name_en,name_zh";

    /** @param line 1 is the first; 0 is the whole file */
    public record Fault(int line, Refusal refusal) {}

    public static HolidayFile read(String text) {
        var days = new ArrayList<Holiday>();
        var faults = new ArrayList<Fault>();
        var seen = new HashSet<LocalDate>();
        var lines = text.replace("\uFEFF", "").lines().toList();
        for (int i = 0; i < lines.size() && days.size() <= MOST; i++) {
            var line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#") && !line.equalsIgnoreCase(COLUMNS)) {
                take(i + 1, line.split(",", -1), seen, days, faults);
            }
        }
        if (days.isEmpty() && faults.isEmpty()) {
            faults.add(new Fault(0, Refusal.of(HolidayReason.HOLIDAY_FILE_EMPTY, "file")));
        }
        if (days.size() > MOST) {
            faults.add(new Fault(0, Refusal.of(HolidayReason.HOLIDAY_FILE_TOO_LONG, "file", Map.of("max", MOST))));
        }
        return new HolidayFile(List.copyOf(days), List.copyOf(faults));
    }

    /** The years that it speaks of. */
    public Set<Integer> years() {
        return days.stream().map(day -> day.day().getYear()).collect(Collectors.toCollection(TreeSet::new));
    }

    /** What stands at the head of it, as comments: where it is from. */
    static String source(String text) {
        return text.lines()
                .takeWhile(line -> line.startsWith("#"))
                .map(line -> line.substring(1).strip())
                .collect(Collectors.joining(" "));
    }

    /** @return why the day cannot be taken, or null */
    public static @Nullable Refusal refusal(Words name) {
        if (name.en() == null && name.zh() == null) {
            return Refusal.of(HolidayReason.HOLIDAY_NAME_MISSING, "name");
        }
        var isLong = name.en() != null && Written.isLonger(name.en(), NAME_MAX)
                || name.zh() != null && Written.isLonger(name.zh(), NAME_MAX);
        return isLong ? Refusal.of(HolidayReason.HOLIDAY_NAME_TOO_LONG, "name", Map.of("max", NAME_MAX)) : null;
    }

    private static void take(int line, String[] cells, Set<LocalDate> seen, List<Holiday> days, List<Fault> faults) {
        if (cells.length != COLUMNS.split(",").length) {
            faults.add(new Fault(line, Refusal.of(HolidayReason.HOLIDAY_COLUMNS, "file", Map.of("columns", COLUMNS))));
            return;
        }
        var day = day(cells[0].strip());
        var kind = kind(cells[1].strip());
        var standsFor = weekday(cells[2].strip());
        var name = new Words(Written.plain(cells[3]), Written.plain(cells[4]));
        var refusal = refusal(name);
        if (day == null) {
            refusal = Refusal.of(HolidayReason.HOLIDAY_DAY_INVALID, "day");
        } else if (kind == null) {
            refusal = Refusal.of(HolidayReason.HOLIDAY_KIND_INVALID, "kind");
        } else if (!cells[2].isBlank() && (standsFor == null || kind == Holiday.Kind.HOLIDAY)) {
            refusal = Refusal.of(HolidayReason.HOLIDAY_STANDS_FOR_INVALID, "standsFor");
        } else if (!seen.add(day)) {
            refusal = Refusal.of(HolidayReason.HOLIDAY_TWICE, "day", Map.of("day", day));
        }
        if (refusal != null || day == null || kind == null) {
            faults.add(
                    new Fault(line, refusal == null ? Refusal.of(HolidayReason.HOLIDAY_DAY_INVALID, "day") : refusal));
        } else {
            days.add(new Holiday(day, kind, standsFor, name));
        }
    }

    private static @Nullable LocalDate day(String text) {
        try {
            var day = text.matches("\\d{4}-\\d{2}-\\d{2}") ? LocalDate.parse(text) : null;
            return day != null && day.getYear() >= 1900 && day.getYear() <= 2200 ? day : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Holiday.@Nullable Kind kind(String text) {
        return switch (text) {
            case "HOLIDAY" -> Holiday.Kind.HOLIDAY;
            case "WORKDAY" -> Holiday.Kind.WORKDAY;
            default -> null;
        };
    }

    private static @Nullable DayOfWeek weekday(String text) {
        return text.matches("[1-7]") ? DayOfWeek.of(Integer.parseInt(text)) : null;
    }
}
