package org.townloop.surface.desk;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.supply.offer.Stay.NightPrice;
import org.townloop.surface.page.Typed;

/**
 * Prices of nights as lines that one can type: from, to, the price, and the weekdays if not all, 1 being Monday:
 * {@code 2026-10-01 2026-10-07 688} or {@code 2026-06-01 2026-08-31 458 56}. The last line that fits counts.
 */
final class SeasonLines {

    private static final Pattern LINE =
            Pattern.compile("([0-9-]{10})\\s+([0-9-]{10})\\s+([0-9]{1,9}(?:\\.[0-9]{1,3})?)(?:\\s+([1-7]{1,7}))?");

    private SeasonLines() {}

    static String written(List<NightPrice> prices, Money price) {
        return prices.stream()
                .map(each -> each.from() + " " + each.to() + " "
                        + BigDecimal.valueOf(each.minor(), price.exponent())
                                .stripTrailingZeros()
                                .toPlainString()
                        + (each.days().isEmpty() ? "" : " " + weekdays(each.days())))
                .collect(Collectors.joining("\n"));
    }

    static Outcome<List<NightPrice>> read(String text, int decimals) {
        var prices = new ArrayList<NightPrice>();
        for (var line :
                text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList()) {
            var parts = LINE.matcher(line);
            var from = parts.matches() ? Typed.day(parts.group(1)).orElse(null) : null;
            var to = from == null ? null : Typed.day(parts.group(2)).orElse(null);
            if (from == null || to == null || !isAmount(parts.group(3), decimals)) {
                return Outcome.refused(Refusal.of(DeskReason.SEASON_UNREADABLE, "seasons", Map.of("line", line)));
            }
            prices.add(price(from, to, parts.group(3), parts.group(4), decimals));
        }
        return Outcome.done(List.copyOf(prices));
    }

    private static NightPrice price(LocalDate from, LocalDate to, String amount, @Nullable String days, int decimals) {
        var weekdays = EnumSet.noneOf(DayOfWeek.class);
        if (days != null) {
            days.chars().forEach(digit -> weekdays.add(DayOfWeek.of(digit - '0')));
        }
        return new NightPrice(
                from,
                to,
                weekdays,
                new BigDecimal(amount).movePointRight(decimals).longValueExact());
    }

    private static boolean isAmount(String amount, int decimals) {
        return new BigDecimal(amount).stripTrailingZeros().scale() <= decimals;
    }

    private static String weekdays(Set<DayOfWeek> days) {
        return days.stream()
                .sorted()
                .map(day -> Integer.toString(day.getValue()))
                .collect(Collectors.joining());
    }
}
