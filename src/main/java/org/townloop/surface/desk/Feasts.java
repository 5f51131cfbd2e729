package org.townloop.surface.desk;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.region.Calendars;
import org.townloop.base.region.Holiday;
import org.townloop.supply.merchant.DayAhead;
import org.townloop.supply.merchant.DayException;
import org.townloop.supply.merchant.OpeningHours;
import org.townloop.supply.merchant.hours.Notation;

/** The next holidays and make-up workdays, and what a place does on them. */
@Component
class Feasts {

    private static final int DAYS_AHEAD = 200;
    private static final int MOST = 6;

    /**
     * Days in a row that are kept under one name.
     *
     * @param hours what the place does on them now
     * @param differs whether that was said of them by itself
     */
    record Feast(
            String name,
            String days,
            LocalDate first,
            LocalDate last,
            boolean workday,
            String hours,
            boolean open,
            boolean differs) {}

    private final OpeningHours hours;
    private final Calendars calendars;

    Feasts(OpeningHours hours, Calendars calendars) {
        this.hours = hours;
        this.calendars = calendars;
    }

    List<Feast> of(Desk desk, Notation notation) {
        var today = desk.times().today();
        var last = today.plusDays(DAYS_AHEAD);
        if (calendars.of(desk.place().region()).between(today, last).isEmpty()) {
            return List.of();
        }
        var days = hours.ahead(desk.place().id(), notation, today, last);
        var feasts = new ArrayList<Feast>();
        for (int from = 0; from < days.size() && feasts.size() < MOST; from++) {
            var to = from + 1;
            while (to < days.size() && belongTogether(days.get(from), days.get(to))) {
                to++;
            }
            if (days.get(from).holiday() != null) {
                feasts.add(feast(desk, days.subList(from, to)));
            }
            from = to - 1;
        }
        return feasts;
    }

    /** No holiday lasts longer than a month. */
    static boolean isStretch(LocalDate first, LocalDate last) {
        return !last.isBefore(first) && last.isBefore(first.plusDays(31));
    }

    /** What somebody has chosen for the days; empty if it is no choice, or the times are not readable. */
    static Optional<List<DayException>> chosen(
            String what, LocalDate first, LocalDate last, @Nullable LocalTime opens, @Nullable LocalTime closes) {
        var days = first.datesUntil(last.plusDays(1));
        return switch (what) {
            case "closed" ->
                Optional.of(days.map(day -> new DayException(day, null, null)).toList());
            case "usual" -> Optional.of(days.map(DayException::asUsual).toList());
            case "own" ->
                opens == null || closes == null
                        ? Optional.empty()
                        : Optional.of(days.map(day -> new DayException(day, opens, closes))
                                .toList());
            default -> Optional.empty();
        };
    }

    private static boolean belongTogether(DayAhead one, DayAhead other) {
        var first = one.holiday();
        var second = other.holiday();
        return first != null
                && second != null
                && first.kind() == second.kind()
                && Objects.equals(first.name(), second.name());
    }

    private static Feast feast(Desk desk, List<DayAhead> days) {
        var first = days.getFirst().day().day();
        var last = days.getLast().day().day();
        var holiday = Objects.requireNonNull(days.getFirst().holiday());
        var said = days.stream()
                .map(day -> Outlook.words(desk, day.day()))
                .distinct()
                .toList();
        return new Feast(
                desk.page().say(holiday.name()),
                Outlook.range(desk, first, last),
                first,
                last,
                holiday.kind() == Holiday.Kind.WORKDAY,
                said.size() == 1 ? said.getFirst() : desk.page().text("desk.feasts.various"),
                days.stream().anyMatch(day -> !day.day().open().isEmpty()),
                days.stream().anyMatch(day -> day.differs() != null));
    }
}
