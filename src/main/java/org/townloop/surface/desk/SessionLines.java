package org.townloop.surface.desk;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.supply.offer.Session;
import org.townloop.surface.page.Texts;
import org.townloop.surface.page.Typed;

/**
 * The times of a class as lines that one can type: {@code Tue 19:00}, {@code 周二 19:00}, with the first and last day
 * behind it if there are any: {@code Tue 19:00 2026-12-01..2027-02-28}; and single times as {@code 2026-12-24 15:00}.
 */
final class SessionLines {

    private static final Pattern WEEKLY =
            Pattern.compile("(\\S+?)\\s*([0-9]{1,2}:[0-9]{2})(?:\\s+([0-9-]*)\\s*\\.\\.\\s*([0-9-]*))?");
    private static final Pattern ONCE = Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})[\\sT]+([0-9]{1,2}:[0-9]{2})");

    private SessionLines() {}

    static Outcome<List<Session.Weekly>> weekly(String text) {
        var weekly = new ArrayList<Session.Weekly>();
        for (var line : lines(text)) {
            var read = week(line);
            if (read.isEmpty()) {
                return unreadable("weekly", line);
            }
            weekly.add(read.get());
        }
        return Outcome.done(weekly);
    }

    /** @param field named if it cannot be read */
    static Outcome<Set<LocalDateTime>> once(String text, String field) {
        var times = new HashSet<LocalDateTime>();
        for (var line : lines(text)) {
            var parts = ONCE.matcher(line);
            var time = parts.matches() ? clock(parts.group(2)) : null;
            var day = parts.matches() ? day(parts.group(1)) : null;
            if (time == null || day == null) {
                return unreadable(field, line);
            }
            times.add(day.atTime(time));
        }
        return Outcome.done(times);
    }

    static String weekly(List<Session.Weekly> weekly, Locale locale) {
        return weekly.stream()
                .map(week -> week.day().getDisplayName(TextStyle.SHORT, locale) + " " + week.at() + days(week))
                .collect(Collectors.joining("\n"));
    }

    static String once(Collection<LocalDateTime> times) {
        return times.stream()
                .sorted()
                .map(time -> time.toLocalDate() + " " + time.toLocalTime())
                .collect(Collectors.joining("\n"));
    }

    private static String days(Session.Weekly week) {
        var from = week.from();
        var until = week.until();
        return from == null && until == null
                ? ""
                : " " + (from == null ? "" : from) + ".." + (until == null ? "" : until);
    }

    private static Optional<Session.Weekly> week(String line) {
        var parts = WEEKLY.matcher(line);
        if (!parts.matches()) {
            return Optional.empty();
        }
        var day = weekday(parts.group(1));
        var at = clock(parts.group(2));
        var from = day(parts.group(3));
        var until = day(parts.group(4));
        var unread = (from == null && isSaid(parts.group(3))) || (until == null && isSaid(parts.group(4)));
        return day.isEmpty() || at == null || unread
                ? Optional.empty()
                : Optional.of(new Session.Weekly(day.get(), at, from, until));
    }

    private static Optional<DayOfWeek> weekday(String text) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> names(day).anyMatch(text::equalsIgnoreCase))
                .findFirst();
    }

    private static Stream<String> names(DayOfWeek day) {
        return Texts.LANGUAGES.stream()
                .flatMap(locale ->
                        Stream.of(TextStyle.SHORT, TextStyle.FULL).map(style -> day.getDisplayName(style, locale)));
    }

    private static List<String> lines(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static boolean isSaid(@Nullable String text) {
        return text != null && !text.isEmpty();
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        return text == null ? null : Typed.day(text).orElse(null);
    }

    private static @Nullable LocalTime clock(String text) {
        try {
            return LocalTime.parse(text.length() == 4 ? "0" + text : text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static <T> Outcome<T> unreadable(String field, String line) {
        return Outcome.refused(Refusal.of(DeskReason.SESSION_UNREADABLE, field, Map.of("line", line)));
    }
}
