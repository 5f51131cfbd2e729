package org.townloop.surface.portal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
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
 */
record FreeDays(
        List<Day> days,
        String day,
        List<Part> parts,
        @Nullable Time chosen,
        @Nullable String earlier,
        @Nullable String later) {

    static final int STRIP = 7;
    static final int CALENDAR = 60;
    private static final int NOON = 12;
    private static final int EVENING = 17;

    /** A day of the strip. */
    record Day(String name, String date, String free, String href, boolean chosen, boolean none) {}

    /** A part of a day. */
    record Part(String name, List<Time> times) {}

    /** A free time. */
    record Time(String label, String words, String value) {}

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

    static FreeDays of(Page page, Times times, String href, List<Slot> slots, LocalDate day, @Nullable Instant at) {
        Map<LocalDate, List<Slot>> byDay = slots.stream()
                .collect(Collectors.groupingBy(slot -> times.day(slot.start()), TreeMap::new, Collectors.toList()));
        var first = firstOf(day, times);
        var days = new ArrayList<Day>();
        for (var each = first; each.isBefore(first.plusDays(STRIP)); each = each.plusDays(1)) {
            days.add(day(
                    page, times, href, each, byDay.getOrDefault(each, List.of()).size(), each.equals(day)));
        }
        var chosen = slots.stream()
                .filter(slot -> Objects.equals(slot.start(), at))
                .map(slot -> time(times, slot))
                .findFirst()
                .orElse(null);
        var before = first.minusDays(STRIP);
        var after = first.plusDays(STRIP);
        return new FreeDays(
                days,
                times.relative(day),
                parts(page, times, byDay.getOrDefault(day, List.of())),
                chosen,
                first.equals(times.today())
                        ? null
                        : href + "?day=" + (before.isBefore(times.today()) ? times.today() : before),
                after.isBefore(times.today().plusDays(CALENDAR)) ? href + "?day=" + after : null);
    }

    private static Day day(Page page, Times times, String href, LocalDate day, int free, boolean chosen) {
        return new Day(
                day.equals(times.today()) ? times.relative(day) : times.weekday(day),
                times.dayOfMonth(day),
                page.text("portal.offer.free", "count", free),
                href + "?day=" + day,
                chosen,
                free == 0);
    }

    private static List<Part> parts(Page page, Times times, List<Slot> slots) {
        var parts = new ArrayList<Part>();
        addPart(parts, page.text("portal.offer.morning"), times, slots, 0, NOON);
        addPart(parts, page.text("portal.offer.afternoon"), times, slots, NOON, EVENING);
        addPart(parts, page.text("portal.offer.evening"), times, slots, EVENING, 24);
        return parts;
    }

    private static void addPart(List<Part> parts, String name, Times times, List<Slot> slots, int from, int to) {
        var within = slots.stream()
                .filter(slot -> {
                    var hour = slot.start().atZone(times.zone()).getHour();
                    return hour >= from && hour < to;
                })
                .map(slot -> time(times, slot))
                .toList();
        if (!within.isEmpty()) {
            parts.add(new Part(name, within));
        }
    }

    private static Time time(Times times, Slot slot) {
        return new Time(
                times.time(slot.start()),
                times.moment(slot.start()),
                slot.start().toString());
    }
}
