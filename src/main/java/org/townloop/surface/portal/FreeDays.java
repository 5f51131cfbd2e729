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
import java.util.function.Predicate;
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
 * @param look how another day is looked at without losing what was typed; null where a link will do
 */
record FreeDays(
        List<Day> days,
        String day,
        List<Part> parts,
        @Nullable Time chosen,
        @Nullable String earlier,
        @Nullable String later,
        boolean windows,
        @Nullable Look look) {

    /**
     * How the times are shown.
     *
     * @param href where the form is sent when another day is looked at; null if nothing is typed into it
     * @param bare at what times dishes can be ordered ahead no more
     */
    record Shown(
            boolean counted,
            @Nullable Duration window,
            @Nullable String href,
            Predicate<Instant> bare) {

        /** @param counted whether it is said how many can still come */
        static Shown times(boolean counted) {
            return new Shown(counted, null, null, any -> false);
        }

        /** @param window how long the windows are within which somebody comes */
        static Shown windows(Duration window) {
            return new Shown(false, window, null, any -> false);
        }

        /** Times of a table with which dishes are ordered. */
        static Shown tables(String href, Predicate<Instant> bare) {
            return new Shown(false, null, href, bare);
        }
    }

    /** @param href where the form goes, with the day as {@code day} */
    record Look(
            String href, @Nullable String earlier, @Nullable String later) {}

    static final int STRIP = 7;
    static final int CALENDAR = 60;
    private static final int NOON = 12;
    private static final int EVENING = 17;
    private static final List<String> PARTS =
            List.of("portal.offer.morning", "portal.offer.afternoon", "portal.offer.evening");

    /** A day of the strip. */
    record Day(String name, String date, String free, String href, boolean chosen, boolean none, String value) {

        /** One that is looked at by its link. */
        Day(String name, String date, String free, String href, boolean chosen, boolean none) {
            this(name, date, free, href, chosen, none, "");
        }
    }

    /** A part of a day. */
    record Part(String name, List<Time> times) {}

    /**
     * @param left how many can still come then, null where that is not counted
     * @param note whether it takes place, if it needs people; that dishes are no more ordered for it; else null
     */
    record Time(
            String label,
            String words,
            String value,
            @Nullable String left,
            @Nullable String note) {}

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
        var before = earlier(first, times);
        var after = later(first, times);
        return new FreeDays(
                days,
                times.relative(day),
                parts(page, times, byDay.getOrDefault(day, List.of()), shown),
                chosen,
                before == null ? null : link(href, before),
                after == null ? null : link(href, after),
                shown.window() != null,
                shown.href() == null
                        ? null
                        : new Look(
                                shown.href(),
                                before == null ? null : before.toString(),
                                after == null ? null : after.toString()));
    }

    private static @Nullable LocalDate earlier(LocalDate first, Times times) {
        var before = first.minusDays(STRIP);
        return first.equals(times.today()) ? null : before.isBefore(times.today()) ? times.today() : before;
    }

    private static @Nullable LocalDate later(LocalDate first, Times times) {
        var after = first.plusDays(STRIP);
        return after.isBefore(times.today().plusDays(CALENDAR)) ? after : null;
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
                free == 0,
                day.toString());
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
                shown.bare().test(slot.start())
                        ? page.text("portal.dishes.none-then")
                        : GatheringWords.inShort(page, times, slot.gathering()));
    }
}
