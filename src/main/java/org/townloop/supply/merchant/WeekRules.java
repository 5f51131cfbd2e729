package org.townloop.supply.merchant;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Refusal;
import org.townloop.supply.merchant.hours.WallSpan;

/** What a week of hours must satisfy. Midnight as a closing time is the end of the day. */
final class WeekRules {

    static final int SPANS_A_DAY = 4;
    private static final int MINUTES_OF_DAY = WallSpan.MINUTES_OF_DAY;

    private WeekRules() {}

    static Optional<Refusal> refusal(List<DayHours> week) {
        var days = week.stream()
                .collect(Collectors.groupingBy(
                        DayHours::day, () -> new EnumMap<>(DayOfWeek.class), Collectors.toList()));
        return days.entrySet().stream()
                .flatMap(day -> Optional.ofNullable(refusal(day.getKey(), day.getValue())).stream())
                .findFirst();
    }

    private static @Nullable Refusal refusal(DayOfWeek day, List<DayHours> spans) {
        if (spans.size() > SPANS_A_DAY) {
            return of(MerchantReason.TOO_MANY_SPANS, day);
        }
        var sorted =
                spans.stream().sorted(Comparator.comparing(DayHours::opens)).toList();
        for (int i = 0; i < sorted.size(); i++) {
            if (minute(sorted.get(i).opens()) >= end(sorted.get(i).closes())) {
                return of(MerchantReason.CLOSES_BEFORE_OPENS, day);
            }
            if (i > 0 && minute(sorted.get(i).opens()) < end(sorted.get(i - 1).closes())) {
                return of(MerchantReason.HOURS_OVERLAP, day);
            }
        }
        return null;
    }

    private static Refusal of(MerchantReason reason, DayOfWeek day) {
        return Refusal.of(reason, "hours." + day.getValue(), Map.of("day", day, "max", SPANS_A_DAY));
    }

    static int minute(LocalTime time) {
        return time.toSecondOfDay() / 60;
    }

    static int end(LocalTime closes) {
        return closes.equals(LocalTime.MIDNIGHT) ? MINUTES_OF_DAY : minute(closes);
    }

    /** As PostgreSQL writes it: 24:00 is the end of the day. */
    static String closes(LocalTime closes) {
        return closes.equals(LocalTime.MIDNIGHT) ? "24:00" : closes.toString();
    }
}
