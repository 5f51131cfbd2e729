package org.townloop.surface.portal;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * How something is had several times. The clock on the wall shows the same each time: an hour that is left out when clocks
 * are put forward is as much later as they are put forward, of one that comes twice it is the first. Each month is counted
 * from the first time, so that after the 31st of January come the 28th of February and the 31st of March.
 */
enum Repeat {
    ONCE,
    EVERY_WEEK,
    EVERY_TWO_WEEKS,
    EVERY_MONTH;

    static final int MOST = 12;

    /** Once for what is not one of these. */
    static Repeat read(String code) {
        for (var repeat : values()) {
            if (repeat.code().equals(code)) {
                return repeat;
            }
        }
        return ONCE;
    }

    /** As it stands in forms. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @param times how often, the first time included */
    List<Instant> from(Instant first, ZoneId zone, int times) {
        var local = LocalDateTime.ofInstant(first, zone);
        return IntStream.range(0, this == ONCE ? 1 : Math.clamp(times, 1, MOST))
                .mapToObj(i -> i == 0 ? first : after(local, i).atZone(zone).toInstant())
                .toList();
    }

    private LocalDateTime after(LocalDateTime first, int times) {
        return switch (this) {
            case ONCE -> first;
            case EVERY_WEEK -> first.plusWeeks(times);
            case EVERY_TWO_WEEKS -> first.plusWeeks(2L * times);
            case EVERY_MONTH -> first.plusMonths(times);
        };
    }
}
