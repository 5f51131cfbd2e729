package org.townloop.supply.merchant;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.townloop.base.region.Regions;

/** When places are open and staff work. */
@Component
public class OpeningHours {

    private final WeekRows rows;
    private final Regions regions;

    OpeningHours(WeekRows rows, Regions regions) {
        this.rows = rows;
        this.regions = regions;
    }

    /**
     * When each of the places is open and each member of its staff works, within the time asked for. Days that differ
     * are heeded; nobody works while the place is closed.
     *
     * @return by place and staff id, in order and apart; a place or person without any has an empty list
     */
    public Map<UUID, List<TimeSpan>> spans(Collection<PlaceId> places, Instant from, Instant to) {
        if (places.isEmpty()) {
            return Map.of();
        }
        var weeks = weeks(rows.ofPlaces(places));
        // a day more on both sides: no zone is further from UTC
        var firstDay = LocalDate.ofInstant(from, ZoneOffset.UTC).minusDays(1);
        var lastDay = LocalDate.ofInstant(to, ZoneOffset.UTC).plusDays(1);
        var exceptions = rows.exceptions(places, firstDay, lastDay);
        var spans = new HashMap<UUID, List<TimeSpan>>();
        var days = new HashMap<UUID, Days>();
        for (var place : places) {
            var zone = regions.get(place.region()).zone();
            var placeDays =
                    new Days(firstDay, lastDay, zone, from, to, exceptions.getOrDefault(place.value(), Map.of()));
            days.put(place.value(), placeDays);
            spans.put(place.value(), placeDays.open(weeks.getOrDefault(place.value(), Map.of())));
        }
        addStaff(places, days, spans);
        return spans;
    }

    /** The days from the first to the last on which the place is closed although it may be open on that weekday. */
    public Set<LocalDate> closedDays(PlaceId place, LocalDate first, LocalDate last) {
        return rows.exceptions(List.of(place), first, last).getOrDefault(place.value(), Map.of()).entrySet().stream()
                .filter(day -> day.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** The usual week, without days that differ, from Monday on. */
    public List<DayHours> weekOf(PlaceId place) {
        return rows.ofPlaces(List.of(place)).stream()
                .map(OpeningHours::dayHours)
                .toList();
    }

    static DayHours dayHours(WeekRows.Row row) {
        return new DayHours(
                DayOfWeek.of(row.weekday()),
                time(row.span().opens()),
                time(row.span().closes()));
    }

    private void addStaff(Collection<PlaceId> places, Map<UUID, Days> days, Map<UUID, List<TimeSpan>> spans) {
        var byPerson = rows.ofStaff(places).stream()
                .collect(Collectors.groupingBy(staff -> staff.row().subject()));
        byPerson.forEach((person, staff) -> {
            var place = staff.getFirst().place();
            var open = spans.getOrDefault(place, List.of());
            var placeDays = days.get(place);
            var own = staff.stream()
                    .map(WeekRows.StaffRow::row)
                    .filter(row -> row.weekday() > 0)
                    .toList();
            spans.put(
                    person,
                    own.isEmpty() || placeDays == null
                            ? open
                            : common(open, placeDays.worked(weeks(own).getOrDefault(person, Map.of()))));
        });
    }

    /** What lies in both; each list is in order and apart. */
    static List<TimeSpan> common(List<TimeSpan> one, List<TimeSpan> other) {
        var both = new ArrayList<TimeSpan>();
        for (int i = 0, j = 0; i < one.size() && j < other.size(); ) {
            var a = one.get(i);
            var b = other.get(j);
            if (a.overlaps(b)) {
                both.add(new TimeSpan(
                        a.start().isAfter(b.start()) ? a.start() : b.start(),
                        a.end().isBefore(b.end()) ? a.end() : b.end()));
            }
            if (a.end().isBefore(b.end())) {
                i++;
            } else {
                j++;
            }
        }
        return both;
    }

    private static Map<UUID, Map<Integer, List<WallSpan>>> weeks(List<WeekRows.Row> rows) {
        return rows.stream()
                .collect(Collectors.groupingBy(
                        WeekRows.Row::subject,
                        Collectors.groupingBy(
                                WeekRows.Row::weekday, Collectors.mapping(WeekRows.Row::span, Collectors.toList()))));
    }

    private static LocalTime time(int minute) {
        return LocalTime.ofSecondOfDay(minute % WallSpan.MINUTES_OF_DAY * 60L);
    }
}
