package org.townloop.supply.merchant;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.townloop.base.region.Calendars;
import org.townloop.base.region.Regions;
import org.townloop.supply.merchant.hours.Notation;
import org.townloop.supply.merchant.hours.Notations;
import org.townloop.supply.merchant.hours.OpenDay;
import org.townloop.supply.merchant.hours.PlainWeek;
import org.townloop.supply.merchant.hours.WallSpan;

/** When places are open and staff work. */
@Component
public class OpeningHours {

    /** No zone is further from UTC than a day, no night longer than one. */
    private static final int MARGIN = 2;

    private final WeekRows rows;
    private final Regions regions;
    private final Calendars calendars;
    private final Clock clock;
    private final Notations notations = new Notations();

    OpeningHours(WeekRows rows, Regions regions, Calendars calendars, Clock clock) {
        this.rows = rows;
        this.regions = regions;
        this.calendars = calendars;
        this.clock = clock;
    }

    /**
     * When each of the places is open and each member of its staff works, within the time asked for. Holidays, make-up
     * workdays and days that differ are heeded; nobody works while the place is closed.
     *
     * @return by place and staff id, in order and apart; a place or person without any has an empty list
     */
    public Map<UUID, List<TimeSpan>> spans(Collection<PlaceId> places, Instant from, Instant to) {
        if (places.isEmpty()) {
            return Map.of();
        }
        var first = LocalDate.ofInstant(from, ZoneOffset.UTC).minusDays(MARGIN);
        var last = LocalDate.ofInstant(to, ZoneOffset.UTC).plusDays(MARGIN);
        var pass = new HoursPass(regions, calendars, notations, first, last, from, to);
        pass.places(places, rows.notations(places), rows.exceptions(places, first, last));
        pass.staff(rows.ofStaff(places), rows.shifts(places, first, last));
        return pass.spans();
    }

    /** The days from the first to the last on which the place is closed although it may be open on that weekday. */
    public Set<LocalDate> closedDays(PlaceId place, LocalDate first, LocalDate last) {
        var notation = notation(place);
        var calendar = calendars.of(place.region());
        var exceptions = rows.exceptions(List.of(place), first, last).getOrDefault(place.value(), Map.of());
        return notation.days(first, last, calendar).stream()
                .filter(day -> {
                    var differing = exceptions.get(day.day());
                    return differing == null ? notation.isClosedSpecially(day, calendar) : differing.isClosed();
                })
                .map(OpenDay::day)
                .collect(Collectors.toSet());
    }

    /**
     * The days from the first to the last on which each of the places does not open at all, whyever: a holiday, a day off,
     * a winter that its hours do not name.
     */
    public Map<PlaceId, Set<LocalDate>> shutDays(Collection<PlaceId> places, LocalDate first, LocalDate last) {
        var from = first.atStartOfDay(ZoneOffset.UTC).toInstant();
        var to = last.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        return new HoursPass(regions, calendars, notations, first, last, from, to)
                .shut(places, rows.notations(places), rows.exceptions(places, first, last));
    }

    /** What the notation comes to at the place on the days from the first to the last; days that differ are heeded. */
    public List<DayAhead> ahead(PlaceId place, Notation notation, LocalDate first, LocalDate last) {
        var calendar = calendars.of(place.region());
        var exceptions = rows.exceptions(List.of(place), first, last).getOrDefault(place.value(), Map.of());
        return notation.days(first, last, calendar).stream()
                .map(day -> {
                    var differing = exceptions.get(day.day());
                    var holiday = calendar.days().get(day.day());
                    if (differing == null) {
                        return new DayAhead(day, holiday, null);
                    }
                    var open = differing.asUsual() ? HoursPass.plain(notation, day.day()) : differing.open();
                    var kind = differing.isClosed()
                            ? DayAhead.Kind.CLOSED
                            : differing.asUsual() ? DayAhead.Kind.AS_USUAL : DayAhead.Kind.OWN_HOURS;
                    return new DayAhead(new OpenDay(day.day(), open, List.of()), holiday, kind);
                })
                .toList();
    }

    /** What the place says of its hours. */
    public Notation notation(PlaceId place) {
        return notations.get(rows.notations(List.of(place)).getOrDefault(place.value(), ""));
    }

    /**
     * From Monday on what is open on each day of the week; where hours are not the same each week, what they are in the
     * seven days from today. Days that differ are not heeded.
     */
    public List<DayHours> weekOf(PlaceId place) {
        var notation = notation(place);
        var plain = PlainWeek.of(notation);
        if (plain.isPresent()) {
            return hours(plain.get());
        }
        var today =
                LocalDate.ofInstant(clock.instant(), regions.get(place.region()).zone());
        return notation.days(today, today.plusDays(6), calendars.of(place.region())).stream()
                .sorted((one, other) ->
                        one.day().getDayOfWeek().compareTo(other.day().getDayOfWeek()))
                .flatMap(day ->
                        day.open().stream().map(span -> dayHours(day.day().getDayOfWeek(), span)))
                .toList();
    }

    /** The days of such a week as a form shows them, from Monday on. */
    public static List<DayHours> hours(PlainWeek week) {
        return week.days().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(day -> day.getValue().stream().map(span -> dayHours(day.getKey(), span)))
                .toList();
    }

    static DayHours dayHours(DayOfWeek day, WallSpan span) {
        return new DayHours(day, time(span.opens()), time(span.closes()));
    }

    private static LocalTime time(int minute) {
        return LocalTime.ofSecondOfDay(minute % WallSpan.MINUTES_OF_DAY * 60L);
    }
}
