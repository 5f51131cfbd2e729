package org.townloop.supply.merchant;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.townloop.supply.merchant.hours.WallSpan;

/**
 * A line of a rota that was understood.
 *
 * @param number from 1 on
 * @param span null for a day off
 */
record RotaLine(
        long number,
        StaffId person,
        LocalDate day,
        @Nullable WallSpan span) {

    /** The days of which the lines of one person speak. */
    static SortedMap<LocalDate, List<WallSpan>> days(List<RotaLine> said) {
        var days = new TreeMap<LocalDate, List<WallSpan>>();
        for (var line : said) {
            var spans = days.computeIfAbsent(line.day, each -> new ArrayList<>());
            if (line.span != null) {
                spans.add(line.span);
            }
        }
        return days;
    }

    /** What is wrong with it after one of the same person that begins no later; null if nothing is. */
    @Nullable
    RotaReason after(RotaLine before) {
        if (before.day.equals(day) && (before.span == null) != (span == null)) {
            return RotaReason.ROTA_OFF_AND_ON;
        }
        return before.span != null && span != null && begins() < before.ends() ? RotaReason.ROTA_OVERLAP : null;
    }

    /** Whether what comes later is to be compared with this one. */
    boolean outlasts(RotaLine before) {
        return span == null || before.span == null || ends() > before.ends();
    }

    /** Minutes of walls' clocks since 1970. */
    long begins() {
        return day.toEpochDay() * WallSpan.MINUTES_OF_DAY + (span == null ? 0 : span.opens());
    }

    private long ends() {
        return day.toEpochDay() * WallSpan.MINUTES_OF_DAY + (span == null ? 0 : span.closes());
    }
}
