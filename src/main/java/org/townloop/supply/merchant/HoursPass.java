package org.townloop.supply.merchant;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.townloop.base.kernel.RegionId;
import org.townloop.base.region.Calendars;
import org.townloop.base.region.HolidayCalendar;
import org.townloop.base.region.Regions;
import org.townloop.supply.merchant.hours.Notation;
import org.townloop.supply.merchant.hours.Notations;
import org.townloop.supply.merchant.hours.OpenDay;
import org.townloop.supply.merchant.hours.WallSpan;

/** The hours of many places over the same time. Places of a region that say the same are worked out once. */
class HoursPass {

    private record Clocks(ZoneId zone, HolidayCalendar calendar) {}

    private record Said(Notation notation, RegionId region) {}

    private final Regions regions;
    private final Calendars calendars;
    private final Notations notations;
    private final LocalDate first;
    private final LocalDate last;
    private final Instant from;
    private final Instant to;
    private final Map<RegionId, Clocks> clocks = new HashMap<>();
    private final Map<Said, List<OpenDay>> usual = new HashMap<>();
    private final Map<Said, List<TimeSpan>> undisturbed = new HashMap<>();
    private final Map<UUID, Days> days = new HashMap<>();
    private final Map<UUID, List<TimeSpan>> spans = new HashMap<>();

    HoursPass(
            Regions regions,
            Calendars calendars,
            Notations notations,
            LocalDate first,
            LocalDate last,
            Instant from,
            Instant to) {
        this.regions = regions;
        this.calendars = calendars;
        this.notations = notations;
        this.first = first;
        this.last = last;
        this.from = from;
        this.to = to;
    }

    void places(Collection<PlaceId> places, Map<UUID, String> texts, Map<UUID, Map<LocalDate, Differing>> exceptions) {
        for (var place : places) {
            var said = new Said(notations.get(texts.getOrDefault(place.value(), "")), place.region());
            var here = days(place.region(), exceptions.getOrDefault(place.value(), Map.of()));
            days.put(place.value(), here);
            spans.put(
                    place.value(),
                    here.exceptions().isEmpty()
                            ? undisturbed.computeIfAbsent(said, same -> open(said, here))
                            : open(said, here));
        }
    }

    /** The days on which nobody opens the door at all, by place; places that say the same share one set. */
    Map<PlaceId, Set<LocalDate>> shut(
            Collection<PlaceId> places, Map<UUID, String> texts, Map<UUID, Map<LocalDate, Differing>> exceptions) {
        var shutUsually = new HashMap<Said, Set<LocalDate>>();
        var shut = new HashMap<PlaceId, Set<LocalDate>>();
        for (var place : places) {
            var said = new Said(notations.get(texts.getOrDefault(place.value(), "")), place.region());
            var here = days(place.region(), exceptions.getOrDefault(place.value(), Map.of()));
            shut.put(
                    place,
                    here.exceptions().isEmpty()
                            ? shutUsually.computeIfAbsent(said, same -> shut(same, here))
                            : shut(said, here));
        }
        return shut;
    }

    private Set<LocalDate> shut(Said said, Days here) {
        return usual(said, here).stream()
                .filter(day ->
                        here.open(day, plain -> plain(said.notation(), plain)).isEmpty())
                .map(OpenDay::day)
                .collect(Collectors.toSet());
    }

    /** Whoever has no hours of their own works when the place is open; on days of a rota they work as it says. */
    void staff(List<WeekRows.StaffRow> rows, Map<UUID, Map<LocalDate, List<WallSpan>>> shifts) {
        var byPerson =
                rows.stream().collect(Collectors.groupingBy(staff -> staff.row().subject()));
        byPerson.forEach((person, staff) -> {
            var place = staff.getFirst().place();
            var open = spans.getOrDefault(place, List.of());
            var week = staff.stream()
                    .map(WeekRows.StaffRow::row)
                    .filter(row -> row.weekday() > 0)
                    .collect(Collectors.groupingBy(
                            WeekRows.Row::weekday, Collectors.mapping(WeekRows.Row::span, Collectors.toList())));
            var here = days.get(place);
            var rota = shifts.getOrDefault(person, Map.of());
            spans.put(
                    person,
                    here == null || (week.isEmpty() && rota.isEmpty())
                            ? open
                            : common(open, here.worked(week.isEmpty() ? Days.ALWAYS : week, rota)));
        });
    }

    Map<UUID, List<TimeSpan>> spans() {
        return spans;
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

    private List<TimeSpan> open(Said said, Days here) {
        return here.open(usual(said, here), day -> plain(said.notation(), day));
    }

    /** What it says of the day as if there were no holidays. */
    static List<WallSpan> plain(Notation notation, LocalDate day) {
        return notation.days(day, day, HolidayCalendar.NONE).getFirst().open();
    }

    private List<OpenDay> usual(Said said, Days here) {
        return usual.computeIfAbsent(said, same -> said.notation().days(first, last, here.calendar()));
    }

    private Days days(RegionId region, Map<LocalDate, Differing> exceptions) {
        var here = clocks.computeIfAbsent(
                region, same -> new Clocks(regions.get(region).zone(), calendars.of(region)));
        return new Days(first, last, here.zone, here.calendar, from, to, exceptions);
    }
}
