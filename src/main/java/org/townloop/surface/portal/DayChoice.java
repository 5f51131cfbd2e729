package org.townloop.surface.portal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.townloop.supply.booking.Slot;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.WalkIn;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.Times;

/**
 * The days of a walk-in, two weeks at a time.
 *
 * @param good for how long a voucher is good, in words
 * @param blocked the days within the two weeks on which none is taken, in words; null if there is none
 * @param soldUntil until when it is sold, in words; null for as long as it is offered
 * @param none whether nothing can be had in these two weeks
 * @param most how many can be had of the day that has most left
 */
record DayChoice(
        List<Day> days,
        String good,
        @Nullable String blocked,
        @Nullable String soldUntil,
        boolean none,
        int most,
        int quantity,
        Courses courses,
        @Nullable String earlier,
        @Nullable String later) {

    static final int STRIP = 14;
    private static final int MOST = 8;

    /** @param value what is sent to have it, null if it cannot be had */
    record Day(
            String name, String date, String left, @Nullable String value, boolean chosen) {}

    static DayChoice of(
            Page page,
            Times times,
            Offer offer,
            WalkIn walkIn,
            List<Slot> slots,
            SortedSet<LocalDate> blocked,
            LocalDate first,
            String href,
            Asked asked) {
        var byDay = slots.stream().collect(Collectors.toMap(slot -> times.day(slot.start()), Function.identity()));
        var chosen = chosen(slots, asked.at(), times, first);
        var days = new ArrayList<Day>();
        for (var day = first; day.isBefore(first.plusDays(STRIP)); day = day.plusDays(1)) {
            days.add(day(page, times, day, byDay.get(day), blocked.contains(day), chosen));
        }
        var most = slots.stream().mapToInt(Slot::left).max().orElse(0);
        var before = first.minusDays(STRIP);
        return new DayChoice(
                days,
                page.text("portal.walk-in.good", "days", walkIn.windowDays()),
                blocked.isEmpty()
                        ? null
                        : page.text(
                                "portal.walk-in.blocked",
                                "days",
                                blocked.stream()
                                        .map(times::date)
                                        .collect(Collectors.joining(page.text("portal.comma")))),
                walkIn.lastSaleDay() == null
                        ? null
                        : page.text("portal.walk-in.sold-until", "day", times.date(walkIn.lastSaleDay())),
                days.stream().allMatch(day -> day.value() == null),
                Math.clamp(most, 1, MOST),
                asked.quantity(),
                Courses.of(page, offer, asked.answers()),
                first.equals(times.today())
                        ? null
                        : href + "?day=" + (before.isBefore(times.today()) ? times.today() : before),
                first.plusDays(STRIP).isBefore(times.today().plusDays(FreeDays.CALENDAR))
                        ? href + "?day=" + first.plusDays(STRIP)
                        : null);
    }

    /** What was asked for, or else the first day that can be had. */
    private static @Nullable Instant chosen(List<Slot> slots, @Nullable Instant asked, Times times, LocalDate first) {
        var shown = slots.stream()
                .map(Slot::start)
                .filter(start ->
                        !times.day(start).isBefore(first) && times.day(start).isBefore(first.plusDays(STRIP)))
                .toList();
        return shown.contains(asked) ? asked : shown.isEmpty() ? null : shown.getFirst();
    }

    private static Day day(
            Page page, Times times, LocalDate day, @Nullable Slot slot, boolean blocked, @Nullable Instant chosen) {
        var name = day.equals(times.today()) ? times.relative(day) : times.weekday(day);
        if (slot == null) {
            var why = page.text(blocked ? "portal.walk-in.day-blocked" : "portal.walk-in.day-none");
            return new Day(name, times.dayOfMonth(day), why, null, false);
        }
        return new Day(
                name,
                times.dayOfMonth(day),
                page.text("portal.walk-in.left", "count", slot.left()),
                slot.start().toString(),
                Objects.equals(slot.start(), chosen));
    }
}
