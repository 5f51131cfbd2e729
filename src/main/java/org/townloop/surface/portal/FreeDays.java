package org.townloop.surface.portal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.townloop.supply.booking.Slot;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.Times;

/**
 * The free times of an offer: a strip of days, and the times of the day that was chosen.
 *
 * @param parts the chosen day's times: morning, afternoon, evening
 * @param chosen the time that was chosen before, if it is free
 * @param earlier the strip before this one, null at today
 * @param later the strip after this one, null where the calendar ends
 * @param windows whether the times are windows within which somebody comes
 */
record FreeDays(
        List<Day> days,
        String day,
        List<Part> parts,
        @Nullable Time chosen,
        @Nullable String earlier,
        @Nullable String later,
        boolean windows) {

    /** How the times are shown. */
    record Shown(boolean counted, @Nullable Duration window) {

        /** @param counted whether it is said how many can still come */
        static Shown times(boolean counted) {
            return new Shown(counted, null);
        }

        /** @param window how long the windows are within which somebody comes */
        static Shown windows(Duration window) {
            return new Shown(false, window);
        }
    }

    static final int STRIP = 7;
    static final int CALENDAR = 60;
    private static final int NOON = 12;
    private static final int EVENING = 17;
    private static final List<String> PARTS =
            List.of("portal.offer.morning", "portal.offer.afternoon", "portal.offer.evening");

    /** A day of the strip. */
    record Day(String name, String date, String free, String href, boolean chosen, boolean none) {}

    /** A part of a day. */
    record Part(String name, List<Time> times) {}

    /**
     * @param left how many can still come then, null where that is not counted
     * @param gathering whether it takes place, if it needs people; else null
     */
    record Time(
            String label,
            String words,
            String value,
            @Nullable String left,
            @Nullable String gathering) {}

    /** The day to show: the one asked for, or the first that has a free time. */
    static LocalDate day(@Nullable LocalDate asked, List<Slot> slots, Times times) {
        if (asked != null && !asked.isBefore(times.today())) {
            return asked;
        }
        return slots.isEmpty() ? times.today() : times.day(slots.getFirst().start());
    }

    /** The first day of the strip: today, unless the day lies further ahead. */
    static LocalDate firstOf(LocalDate day, Times times) {
        var today = times.today();
        return day.isBefore(today.plusDays(STRIP))
                ? today
                : day.minusDays(today.until(day).getDays() % STRIP);
    }

    static FreeDays of(
            Page page, Times times, String href, List<Slot> slots, LocalDate day, @Nullable Instant at, Shown shown) {
        Map<LocalDate, List<Slot>> byDay = slots.stream()
                .collect(Collectors.groupingBy(slot -> times.day(slot.start()), TreeMap::new, Collectors.toList()));
        var first = firstOf(day, times);
        var days = new ArrayList<Day>();
        for (var each = first; each.isBefore(first.plusDays(STRIP)); each = each.plusDays(1)) {
            days.add(day(
                    page,
                    times,
                    href,
                    each,
                    byDay.getOrDefault(each, List.of()).size(),
                    each.equals(day),
                    shown.counted()));
        }
        var chosen = slots.stream()
                .filter(slot -> Objects.equals(slot.start(), at))
                .map(slot -> time(page, times, slot, shown))
                .findFirst()
                .orElse(null);
        var before = first.minusDays(STRIP);
        var after = first.plusDays(STRIP);
        return new FreeDays(
                days,
                times.relative(day),
                parts(page, times, byDay.getOrDefault(day, List.of()), shown),
                chosen,
                first.equals(times.today())
                        ? null
                        : link(href, before.isBefore(times.today()) ? times.today() : before),
                after.isBefore(times.today().plusDays(CALENDAR)) ? link(href, after) : null,
                shown.window() != null);
    }

    private static String link(String href, LocalDate day) {
        return href + (href.contains("?") ? "&day=" : "?day=") + day;
    }

    private static Day day(
            Page page, Times times, String href, LocalDate day, int free, boolean chosen, boolean counted) {
        return new Day(
                day.equals(times.today()) ? times.relative(day) : times.weekday(day),
                times.dayOfMonth(day),
                counted && free == 0
                        ? page.text("portal.offer.no-session")
                        : page.text("portal.offer.free", "count", free),
                link(href, day),
                chosen,
                free == 0);
    }

    private static List<Part> parts(Page page, Times times, List<Slot> slots, Shown shown) {
        var byPart = new TreeMap<String, List<Time>>(Comparator.comparing(PARTS::indexOf));
        for (var slot : slots) {
            var hour = slot.start().atZone(times.zone()).getHour();
            byPart.computeIfAbsent(PARTS.get(hour < NOON ? 0 : hour < EVENING ? 1 : 2), part -> new ArrayList<>())
                    .add(time(page, times, slot, shown));
        }
        return byPart.entrySet().stream()
                .map(part -> new Part(page.text(part.getKey()), part.getValue()))
                .toList();
    }

    private static Time time(Page page, Times times, Slot slot, Shown shown) {
        var window = shown.window();
        var start = times.time(slot.start());
        return new Time(
                window == null ? start : start + "–" + times.time(slot.start().plus(window)),
                times.moment(slot.start()),
                slot.start().toString(),
                shown.counted() ? page.text("portal.offer.seats-left", "count", slot.left()) : null,
                GatheringWords.inShort(page, times, slot.gathering()));
    }
}
